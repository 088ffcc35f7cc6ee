/** What a person may send us when a part of Faultline has failed: text to copy, of which nothing is sent by itself. */
import { messages } from '../../messages/en.ts';
import { WholeText } from '../../ui/LongText.tsx';
import { manifest, version } from '../../runtime/host/build.ts';

const words = messages.errors.faults;

export function FaultReport({ report }: { readonly report: string }) {
  const facts = {
    Faultline: `${version} (${manifest.files.faultline.name})`,
    Python: `${manifest.python}, Pyodide ${manifest.pyodide}`,
    Browser: navigator.userAgent,
  };
  return (
    <details>
      <summary>{words.send}</summary>
      <p>{words.please}</p>
      <WholeText text={words.report(facts, report)} label={words.send} />
    </details>
  );
}

/** The dialog about all that the browser keeps: what it is, exporting it, importing a file, clearing it. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { messages } from '../../../messages/en.ts';
import type { Import } from '../../../session/yourData.ts';
import { usePanels } from '../../../store/panels.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useCommands } from '../context.ts';
import { DataList, namesOfDrafts, namesOfValues } from './DataList.tsx';
import './yourData.css';

const words = messages.yourData;

/** What the dialog asks now, or has to say. */
type Stage =
  | { readonly kind: 'offers'; readonly said: string }
  | { readonly kind: 'importing'; readonly from: Import }
  | { readonly kind: 'clearing' };

const offers = (said = ''): Stage => ({ kind: 'offers', said });

export function YourDataDialog() {
  const open = usePanels((panels) => panels.yourData);
  const { showYourData } = useCommands();
  return (
    <Dialog title={words.title} closeLabel={words.close} open={open} onClose={() => showYourData(false)}>
      {open && <YourData />}
    </Dialog>
  );
}

function YourData() {
  const { dataKept, importData, clearData } = useCommands();
  const [kept, setKept] = useState<Awaited<ReturnType<typeof dataKept>> | null>(null);
  const [stage, setStage] = useState<Stage>(offers());
  useEffect(() => {
    let shown = true;
    void dataKept().then((all) => shown && setKept(all));
    return () => {
      shown = false;
    };
  }, [dataKept]);
  return (
    <div className="your-data">
      <p>{words.lead}</p>
      <h3>{words.kept}</h3>
      {kept !== null && <DataList data={kept} />}
      {stage.kind === 'offers' && <Offers said={stage.said} onStage={setStage} />}
      {stage.kind === 'importing' && (
        <Question
          title={words.importing.title}
          act={words.importing.do}
          onCancel={() => setStage(offers())}
          onAct={() => {
            void importData(stage.from).then((done) => {
              if (done !== 'kept') setStage(offers(words.refused[done]));
            });
          }}
        >
          <WhatIsImported from={stage.from} />
        </Question>
      )}
      {stage.kind === 'clearing' && (
        <Question
          title={words.clearing.title}
          act={words.clearing.do}
          onCancel={() => setStage(offers())}
          onAct={() => {
            void clearData().then((done) => {
              if (done !== 'kept') setStage(offers(words.refused[done]));
            });
          }}
        >
          <p>{words.clearing.text}</p>
          <p>
            {words.importing.afterwards} {words.clearing.tabs}
          </p>
        </Question>
      )}
    </div>
  );
}

interface OffersProps {
  readonly said: string;
  readonly onStage: (stage: Stage) => void;
}

function Offers({ said, onStage }: OffersProps) {
  const { exportData, readImport } = useCommands();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const from = readImport(await file.text());
    if (!from.ok) onStage(offers(words.faults[from.error]));
    else if (from.value.plan.writes.length + from.value.large.length === 0)
      onStage(offers(words.importing.nothingNew));
    else onStage({ kind: 'importing', from: from.value });
  };
  return (
    <>
      <p className="quiet-note">{words.inFile}</p>
      <p role="alert">{said}</p>
      <div className="your-data-acts">
        <button type="button" className="button primary" onClick={() => void exportData()}>
          {words.export}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {words.import}
        </button>
        <button type="button" className="button" onClick={() => onStage({ kind: 'clearing' })}>
          {words.clear}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ target }) => {
          void read(target.files?.[0]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}

function WhatIsImported({ from: { holds, plan } }: { readonly from: Import }) {
  const { drafts, names } = plan.replaced;
  const { importing } = words;
  return (
    <>
      <p>{words.holds}:</p>
      <DataList data={holds} />
      {drafts.length > 0 && <p>{importing.replacesDrafts(namesOfDrafts(drafts))}</p>}
      {names.length > 0 && <p>{importing.replaces(namesOfValues(names))}</p>}
      {drafts.length + names.length === 0 && <p>{importing.nothingReplaced}</p>}
      <p>{importing.afterwards}</p>
    </>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly act: string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done that cannot be taken back. The focus goes to the way out. */
function Question({ title, act, onAct, onCancel, children }: QuestionProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <section className="your-data-question" role="alertdialog" aria-label={title}>
      <h3>{title}</h3>
      {children}
      <div className="your-data-acts">
        <button type="button" className="button primary" onClick={onAct}>
          {act}
        </button>
        <button ref={cancel} type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

/** How one version of a lesson differs from another: each file in words, and line by line; and the settings. */
import { messages } from '../../messages/en.ts';
import type { Lesson } from '../../lesson/schema.ts';
import type { DiffLine } from '../../base/lineDiff.ts';
import {
  differingFiles,
  differingSettings,
  type DifferingFile,
  type DifferingSetting,
  type Settings,
} from '../../session/differing.ts';
import { sideName } from '../../session/sideName.ts';
import type { FilesOfSides } from '../../store/files.ts';
import './differences.css';

const words = messages.sharing.differences;

export interface Version extends Settings {
  readonly files: FilesOfSides;
}

interface Props {
  readonly lesson: Lesson;
  /** what is compared with */
  readonly left: Version;
  readonly right: Version;
}

export function Differences({ lesson, left, right }: Props) {
  const files = differingFiles(left.files, right.files);
  const settings = differingSettings(lesson, left, right);
  if (files.length + settings.length === 0) return <p>{words.none}</p>;
  return (
    <div className="differences">
      {settings.length > 0 && (
        <ul>
          {settings.map((setting) => (
            <li key={setting.name}>{settingInWords(setting)}</li>
          ))}
        </ul>
      )}
      {files.length === 0 && <p>{words.noCode}</p>}
      {files.map((file) => (
        <section key={`${file.side}/${file.file}`}>
          <h3>{words.file(file.file, sideName(lesson, file.side))}</h3>
          <p>{fileInWords(file)}</p>
          <Lines file={file} />
        </section>
      ))}
    </div>
  );
}

/** The sign and the word tell what the colour tells. */
const SIGNS = { both: ' ', left: '−', right: '+' } as const;

function Lines({ file: { parts } }: { readonly file: DifferingFile }) {
  return parts.map((part) => (
    <table key={`${part[0]?.left} ${part[0]?.right}`} className="difference-lines">
      <tbody>
        {part.map((line) => (
          <Line key={`${line.left} ${line.right}`} line={line} />
        ))}
      </tbody>
    </table>
  ));
}

function Line({ line: { in: kind, text, left, right } }: { readonly line: DiffLine }) {
  return (
    <tr data-in={kind}>
      <td>{left}</td>
      <td>{right}</td>
      <td>
        <span aria-hidden="true">{SIGNS[kind]}</span>
        {kind !== 'both' && <span className="unseen">{kind === 'left' ? words.removed : words.added}: </span>}
        <code>{text}</code>
      </td>
    </tr>
  );
}

function fileInWords({ in: kind, removed, added, first }: DifferingFile): string {
  if (kind === 'left') return words.onlyHere;
  if (kind === 'right') return words.onlyThere;
  return removed + added === 0 ? words.lineEnds : words.changed(removed, added, first);
}

function settingInWords({ name, left, right }: DifferingSetting): string {
  return words.setting(words.settings[name], valueInWords(name, right), valueInWords(name, left));
}

function valueInWords(name: DifferingSetting['name'], value: string): string {
  const named: Readonly<Record<string, string>> =
    name === 'model'
      ? messages.schedule.models
      : name === 'strategy'
        ? messages.schedule.strategies
        : name === 'pace'
          ? messages.run.paces
          : {};
  return value === '' ? words.nothing : (named[value] ?? value);
}

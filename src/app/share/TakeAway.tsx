/** What of the lesson can be taken away: its programs, what came of them as text and as traces, the pictures of each side. */
import { useState } from 'react';
import { guidance, messages } from '../../messages/en.ts';
import { SIDES, type SideName } from '../../lesson/schema.ts';
import { sideName } from '../../session/sideName.ts';
import {
  chromeTraceOfRuns,
  fileNameOf,
  markdownOf,
  programArchive,
  traceFileOf,
} from '../../session/takingAway.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { useCommands } from '../shell/context.ts';
import { pictureAsPng } from './picturePng.ts';
import { pictureAsSvg, type StandalonePicture } from './pictureSvg.ts';

const words = messages.sharing.take;

/** @param link of the same, to stand in a text; null where there is none */
export function TakeAway({ link }: { readonly link: string | null }) {
  const { saveFile, copyText } = useCommands();
  const workspace = useWorkspace((whole) => whole);
  const [said, say] = useState('');
  const { lesson, runs } = workspace;
  const name = fileNameOf(lesson);
  const ended = SIDES.filter((side) => runs[side].phase === 'ended');
  const copyMarkdown = () =>
    void copyText(markdownOf(workspace, link)).then((copied) =>
      say(copied ? words.markdownCopied : words.refused),
    );
  const saveZip = () =>
    saveFile(`${name}.zip`, Uint8Array.from(programArchive(workspace)), 'application/zip');
  const saveTrace = () => {
    const trace = traceFileOf(workspace);
    if (trace !== null) saveFile(`${name}.trace.json`, trace, 'application/json');
  };
  const saveChromeTrace = () => {
    const trace = chromeTraceOfRuns(workspace);
    if (trace !== null) saveFile(`${name}.chrome-trace.json`, JSON.stringify(trace), 'application/json');
  };
  return (
    <section className="share-take" aria-label={words.label}>
      <h3>{words.label}</h3>
      <ul>
        <Act word={words.zip} onClick={saveZip} />
        <Act word={words.markdown} onClick={copyMarkdown} />
        <Act word={guidance.printHandout} onClick={printHandout} />
        {ended.length > 0 && <Act word={words.trace} onClick={saveTrace} />}
        {ended.length > 0 && (
          <Act word={words.chromeTrace} title={words.chromeTraceNote} onClick={saveChromeTrace} />
        )}
      </ul>
      {ended.map((side) => (
        <PictureActs key={side} side={side} onFailure={() => say(words.notDrawn)} />
      ))}
      {ended.length === 0 && <p className="share-note">{words.notRun}</p>}
      <output>{said}</output>
    </section>
  );
}

/** On paper the handout takes the place of everything, of the open dialog as well. */
function printHandout(): void {
  print();
}

interface PictureActsProps {
  readonly side: SideName;
  readonly onFailure: () => void;
}

function PictureActs({ side, onFailure }: PictureActsProps) {
  const { saveFile } = useCommands();
  const lesson = useWorkspace((workspace) => workspace.lesson);
  const title = sideName(lesson, side);
  const name = `${fileNameOf(lesson)}-${title.toLowerCase().replace(' ', '-')}`;
  const picture = (): StandalonePicture | null => pictureAsSvg(picturesOf(side), `${lesson.title}: ${title}`);
  const saveSvg = () => {
    const drawn = picture();
    if (drawn === null) onFailure();
    else saveFile(`${name}.svg`, drawn.svg, 'image/svg+xml');
  };
  const savePng = async () => {
    const drawn = picture();
    const png = drawn === null ? null : await pictureAsPng(drawn);
    if (png === null) onFailure();
    else saveFile(`${name}.png`, png, 'image/png');
  };
  return (
    <ul>
      <Act word={words.svg(title)} onClick={saveSvg} />
      <Act word={words.png(title)} onClick={() => void savePng()} />
    </ul>
  );
}

interface ActProps {
  readonly word: string;
  readonly title?: string;
  readonly onClick: () => void;
}

function Act({ word, title, onClick }: ActProps) {
  return (
    <li>
      <button type="button" className="button" title={title} onClick={onClick}>
        {word}
      </button>
    </li>
  );
}

/** As they stand on the page behind the dialog. */
function picturesOf(side: SideName): readonly Element[] {
  return [...document.querySelectorAll(`.side-${side} .pictures figure`)];
}

/** What of the lesson can be taken away as files: the pictures of each side. */
import { useState } from 'react';
import { messages } from '../../messages/en.ts';
import { SIDES, type SideName } from '../../lesson/schema.ts';
import { sideName } from '../../session/sideName.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { useCommands } from '../shell/context.ts';
import { pictureAsPng } from './picturePng.ts';
import { pictureAsSvg, type StandalonePicture } from './pictureSvg.ts';

const words = messages.sharing.take;

export function TakeAway() {
  const { saveFile } = useCommands();
  const lesson = useWorkspace((workspace) => workspace.lesson);
  const runs = useWorkspace((workspace) => workspace.runs);
  const [said, say] = useState('');
  const ended = SIDES.filter((side) => runs[side].phase === 'ended');
  const nameOf = (side: SideName, ending: string) =>
    `faultline-${lesson.id.replace('.', '-')}-${sideName(lesson, side).toLowerCase().replace(' ', '-')}.${ending}`;
  const pictureOf = (side: SideName): StandalonePicture | null =>
    pictureAsSvg(picturesOf(side), `${lesson.title}: ${sideName(lesson, side)}`);
  const saveSvg = (side: SideName) => {
    const picture = pictureOf(side);
    if (picture !== null) saveFile(nameOf(side, 'svg'), picture.svg, 'image/svg+xml');
  };
  const savePng = async (side: SideName) => {
    const picture = pictureOf(side);
    const png = picture === null ? null : await pictureAsPng(picture);
    if (png === null) say(words.notDrawn);
    else saveFile(nameOf(side, 'png'), png, 'image/png');
  };
  return (
    <section className="share-take" aria-label={words.label}>
      <h3>{words.label}</h3>
      <ul>
        {ended.map((side) => (
          <li key={side} className="share-take-side">
            <Act word={words.svg(sideName(lesson, side))} onClick={() => saveSvg(side)} />
            <Act word={words.png(sideName(lesson, side))} onClick={() => void savePng(side)} />
          </li>
        ))}
      </ul>
      {ended.length === 0 && <p className="share-note">{words.notRun}</p>}
      <output>{said}</output>
    </section>
  );
}

function Act({ word, onClick }: { readonly word: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {word}
    </button>
  );
}

/** As they stand on the page behind the dialog. */
function picturesOf(side: SideName): readonly Element[] {
  return [...document.querySelectorAll(`.side-${side} .pictures figure`)];
}

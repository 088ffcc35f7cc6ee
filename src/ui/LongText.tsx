/** A stranger's text, of any length: cut to what a reader wants first, and behind a button the whole of it in a box. */
import { useState } from 'react';
import { portionsOf, shortened } from '../base/shortened.ts';
import { messages } from '../messages/en.ts';
import './longText.css';

const words = messages.longText;

/** Enough for a sentence with a name in it. Characters. */
const PARAGRAPH = 400;
/** A text that is hardly longer is shown whole: a button would take as much room as what it hides. */
const HARDLY_LONGER = 1.25;
/** What is out of sight costs nothing, portion by portion. Characters. */
const PORTION = 2_000;

interface LongTextProps {
  readonly text: string;
  /** about so many characters show without a press */
  readonly most?: number;
}

export function LongText({ text, most = PARAGRAPH }: LongTextProps) {
  // Another text begins cut.
  return text.length <= most * HARDLY_LONGER ? text : <Cut key={text.length} text={text} most={most} />;
}

function Cut({ text, most }: Required<LongTextProps>) {
  const [all, setAll] = useState(false);
  return (
    <>
      {all ? <WholeText text={text} label={words.whole} /> : `${shortened(text, most)} `}
      <button
        type="button"
        className="button quiet show-all"
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {all ? words.showLess : words.showAll(text.length - most)}
      </button>
    </>
  );
}

/** It stands within a paragraph; the keyboard must reach what scrolls. */
const SCROLLS = { role: 'group', tabIndex: 0 };

interface WholeTextProps {
  readonly text: string;
  /** what it is, for a screen reader */
  readonly label: string;
}

/** All of a text in a monospaced box that scrolls: laid out where it shows, and never larger than its box. */
export function WholeText({ text, label }: WholeTextProps) {
  return (
    <span className="whole-text" aria-label={label} {...SCROLLS}>
      {portionsOf(text, PORTION).map((portion, index) => (
        <span key={index}>{portion}</span>
      ))}
    </span>
  );
}

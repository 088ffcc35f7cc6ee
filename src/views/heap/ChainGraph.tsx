/** The chain of holders: boxes from an object that is left to the name that keeps it. */
import { heapWords, piecesOf } from '../../messages/en.ts';
import type { Summary, Chain } from './summary.ts';

const words = heapWords.chain;
/** The probe follows fewer; a run that says more is not believed so far. */
const MOST_STEPS = 100;

export function ChainGraph({ summary }: { readonly summary: Summary }) {
  const [chain] = summary.chains;
  if (chain !== undefined) return <Boxes chain={chain} />;
  // Its room is kept: the page does not jump when the playhead moves.
  return <p className="heap-chain heap-chain-none">{summary.ended ? words.none : words.later}</p>;
}

function Boxes({ chain: { label, steps } }: { readonly chain: Chain }) {
  return (
    <div className="heap-chain">
      <ol aria-label={words.title(label)} title={words.title(label)}>
        {steps.slice(0, MOST_STEPS).map((step, index) => (
          <li key={index} className={classOf(index, steps.length)}>
            <Words step={step} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function classOf(index: number, count: number): string | undefined {
  if (index === 0) return 'heap-kept';
  return index === count - 1 ? 'heap-root' : undefined;
}

/** Names of the program stand between backticks. */
function Words({ step }: { readonly step: string }) {
  return piecesOf(step).map(({ text, isName }, index) => (isName ? <code key={index}>{text}</code> : text));
}

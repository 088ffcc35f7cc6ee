/** The sign at the end of a bar whose connection came back without the program giving it back. */
import { LOST } from './names.ts';

interface Props {
  readonly outcome: string | null;
  /** its middle, CSS pixels */
  readonly x: number;
  readonly y: number;
}

export function ComingBack({ outcome, x, y }: Props) {
  if (outcome === LOST.collected) return <circle className="pool-ring" cx={x} cy={y} r={3.5} />;
  if (outcome === LOST.dropped)
    return <path className="pool-drop" d={`M${x} ${y - 4} l4 4 l-4 4 l-4 -4 z`} />;
  return null;
}

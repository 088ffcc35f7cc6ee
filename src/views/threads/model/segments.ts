/** SegmentList: what one thread or lock did, measured in events instead of time. Grows with the run. */
import { countUntil } from '../../../trace/binarySearch.ts';

/** From the left edge of one event to the left edge of another. `from` and `to` are numbers of events before them. */
export interface Segment<State extends string> {
  readonly state: State;
  readonly from: number;
  readonly to: number;
  /** index of the stretch in the lane that began it; -1 for none */
  readonly stretch: number;
}

/** Segments one after another. `busy` is the state whose share can be asked for. */
export class SegmentList<State extends string> {
  readonly #busy: State;
  #states: State[] = [];
  #from: number[] = [];
  #stretches: number[] = [];
  /** events spent busy before each segment */
  #spent: number[] = [];

  constructor(busy: State) {
    this.#busy = busy;
  }

  get count(): number {
    return this.#states.length;
  }

  get current(): State | null {
    return this.#states.at(-1) ?? null;
  }

  /** A segment begins; what would have no width before it is forgotten. */
  begin(state: State, from: number, stretch: number): void {
    while ((this.#from.at(-1) ?? -1) >= from) this.#drop();
    const spent = this.busyUntil(from);
    this.#states.push(state);
    this.#from.push(from);
    this.#stretches.push(stretch);
    this.#spent.push(spent);
  }

  /** Segment `index`; the last one reaches to `until`. */
  segment(index: number, until: number): Segment<State> | null {
    const [state, from, stretch] = [this.#states[index], this.#from[index], this.#stretches[index]];
    if (state === undefined || from === undefined || stretch === undefined) return null;
    return { state, from, to: Math.max(from, this.#from[index + 1] ?? until), stretch };
  }

  /** The number of the segment that goes on right of `edge` (events before it); -1 before the first. */
  indexAt(edge: number): number {
    return countUntil(this.#from.length, (index) => this.#from[index] ?? Infinity, edge) - 1;
  }

  /** How many of the first `edge` events it was busy; fractions of an event count. */
  busyUntil(edge: number): number {
    const index = this.indexAt(edge);
    if (index < 0) return 0;
    const going = this.#states[index] === this.#busy ? edge - (this.#from[index] ?? edge) : 0;
    return (this.#spent[index] ?? 0) + going;
  }

  #drop(): void {
    this.#states.pop();
    this.#from.pop();
    this.#stretches.pop();
    this.#spent.pop();
  }
}

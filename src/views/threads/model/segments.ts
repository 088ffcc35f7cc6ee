/** SegmentList: what one thread or lock did, measured in events instead of time. Grows with the run. */
import { IntList } from '../../../trace/intList.ts';

/** More states than any list has. */
const STATES = 8;

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
  /** the states that there are; a segment has the number of its own in the low bits, and above them that of its stretch */
  #states: State[] = [];
  #kinds = new IntList();
  #from = new IntList();
  /** events spent busy before each segment */
  #spent = new IntList();

  constructor(busy: State) {
    this.#busy = busy;
  }

  get count(): number {
    return this.#from.length;
  }

  get current(): State | null {
    return this.#stateAt(this.count - 1) ?? null;
  }

  /** A segment begins; what would have no width before it is forgotten. */
  begin(state: State, from: number, stretch: number): void {
    while (this.#from.last >= from) this.#drop();
    const spent = this.busyUntil(from);
    if (!this.#states.includes(state)) this.#states.push(state);
    this.#kinds.push((stretch + 1) * STATES + this.#states.indexOf(state));
    this.#from.push(from);
    this.#spent.push(spent);
  }

  /** Segment `index`; the last one reaches to `until`. */
  segment(index: number, until: number): Segment<State> | null {
    const state = this.#stateAt(index);
    if (state === undefined) return null;
    const from = this.#from.at(index);
    const next = index + 1 < this.count ? this.#from.at(index + 1) : until;
    const stretch = Math.floor(this.#kinds.at(index) / STATES) - 1;
    return { state, from, to: Math.max(from, next), stretch };
  }

  /** The number of the segment that goes on right of `edge` (events before it); -1 before the first. */
  indexAt(edge: number): number {
    return this.#from.countUntil(edge) - 1;
  }

  /** How many of the first `edge` events it was busy; fractions of an event count. */
  busyUntil(edge: number): number {
    const index = this.indexAt(edge);
    if (index < 0) return 0;
    const going = this.#stateAt(index) === this.#busy ? edge - this.#from.at(index) : 0;
    return this.#spent.at(index) + going;
  }

  #stateAt(index: number): State | undefined {
    return index < 0 || index >= this.count ? undefined : this.#states[this.#kinds.at(index) % STATES];
  }

  #drop(): void {
    this.#kinds.pop();
    this.#from.pop();
    this.#spent.pop();
  }
}

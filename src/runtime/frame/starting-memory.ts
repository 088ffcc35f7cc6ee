/**
 * What workers begin with: the memory that the build has made. Where there is none, or nobody can begin with it, the
 * first worker hands out a snapshot of its own, and the others wait for that.
 */
import type { MemoryMessage, StartMemory } from '../protocol.ts';
import type { SparseBytes } from '../worker/sparse-bytes.ts';

/** Starts a worker with this memory. The worker says over `port`, once, what became of it. */
type Start = (memory: StartMemory, port: MessagePort) => void;

type State =
  | { readonly kind: 'shipped' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'awaited'; readonly from: number; readonly waiting: Map<number, Start> }
  | { readonly kind: 'there'; readonly snapshot: SparseBytes }
  /** It cannot be had in this browser. */
  | { readonly kind: 'never' };

export class StartingMemory {
  private state: State;
  /** A worker could not begin with what a package adds; the rest may still serve. */
  private parkedFails = false;
  private readonly restart: (worker: number, port: MessagePort) => void;

  /** `restart` is called with a worker that could not begin with the snapshot, and its port to the page. */
  constructor(restart: (worker: number, port: MessagePort) => void, shipped: boolean) {
    this.restart = restart;
    this.state = { kind: shipped ? 'shipped' : 'nothing' };
  }

  /**
   * Calls `start` for a worker, now or as soon as it is known what it is to begin with. `parked`: with a package where
   * that has been shipped as well.
   */
  provide(worker: number, parked: boolean, start: Start): void {
    const { state } = this;
    switch (state.kind) {
      case 'shipped':
        start({ kind: 'shipped', parked: parked && !this.parkedFails }, this.listen(worker, parked));
        break;
      case 'nothing':
        this.state = { kind: 'awaited', from: worker, waiting: new Map() };
        start({ kind: 'keep' }, this.listen(worker));
        break;
      case 'awaited':
        state.waiting.set(worker, start);
        break;
      case 'there':
        start({ kind: 'restore', snapshot: state.snapshot }, this.listen(worker));
        break;
      case 'never':
        start({ kind: 'fresh' }, this.listen(worker));
    }
  }

  /** A worker has died, or is not wanted any more: nobody waits for it. */
  gone(worker: number): void {
    if (this.state.kind !== 'awaited') return;
    if (this.state.from === worker) this.settle({ kind: 'nothing' });
    else this.state.waiting.delete(worker);
  }

  private listen(worker: number, parked = false): MessagePort {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data, ports }: MessageEvent<MemoryMessage>) => {
      port1.close();
      switch (data.kind) {
        case 'kept':
          this.settle({ kind: 'there', snapshot: data.snapshot });
          break;
        case 'not kept':
          this.settle({ kind: 'never' });
          break;
        case 'spoiled':
          if (parked && !this.parkedFails) this.parkedFails = true;
          else if (this.state.kind === 'shipped') this.state = { kind: 'nothing' };
          else if (this.state.kind === 'there') this.state = { kind: 'never' };
          if (ports[0] !== undefined) this.restart(worker, ports[0]);
      }
    });
    port1.start();
    return port2;
  }

  private settle(state: State): void {
    if (this.state.kind !== 'awaited') return;
    const { waiting } = this.state;
    this.state = state;
    for (const [worker, start] of waiting) this.provide(worker, false, start);
  }
}

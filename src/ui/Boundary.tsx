/** A boundary: when what is inside fails to draw, something else takes its place, and the rest of the page stays. */
import { Component, createContext, use } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** what is shown once drawing has failed; it can offer `useAgain` */
  readonly instead: ReactNode;
  /** another value tries once more by itself, e.g. the next run */
  readonly until?: unknown;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly until: unknown;
}

const Again = createContext<() => void>(() => undefined);

/** For what stands instead: tries once more to draw what failed. */
export function useAgain(): () => void {
  return use(Again);
}

export class Boundary extends Component<Props, State> {
  override state: State = { failed: false, until: this.props.until };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ until }: Props, state: State): State | null {
    return Object.is(until, state.until) ? null : { failed: false, until };
  }

  readonly #again = (): void => this.setState({ failed: false });

  override render(): ReactNode {
    const { instead, children } = this.props;
    return this.state.failed ? <Again value={this.#again}>{instead}</Again> : children;
  }
}

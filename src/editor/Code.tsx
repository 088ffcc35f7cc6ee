/** A code editor: the full one when it is wanted and can be loaded, else the plain one. */
import { Component, lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { messages } from '../messages/en.ts';
import type { CodeProps } from './props.ts';
import { PlainCode } from './PlainCode.tsx';
import './code.css';

const MonacoCode = lazy(async () => ({ default: (await import('./MonacoCode.tsx')).MonacoCode }));

interface Props extends CodeProps {
  readonly kind: 'full' | 'plain';
}

export function Code({ kind, ...code }: Props) {
  const plain = <PlainCode {...code} />;
  if (kind === 'plain') return <div className="code">{plain}</div>;
  return (
    <div className="code">
      <FallBack
        to={
          <>
            <output className="code-note">{messages.editor.fallback}</output>
            {plain}
          </>
        }
      >
        <Suspense fallback={plain}>
          <MonacoCode {...code} />
        </Suspense>
      </FallBack>
    </div>
  );
}

interface FallBackProps {
  readonly to: ReactNode;
  readonly children: ReactNode;
}

/** Shows `to` instead of its children once they fail to load or to draw. */
class FallBack extends Component<FallBackProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.to : this.props.children;
  }
}

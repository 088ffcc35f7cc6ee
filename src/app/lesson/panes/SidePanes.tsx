/** The panes of one side: its head, the code, the picture, and what the run reports, with dividers between them. */
import { useRef, type RefObject } from 'react';
import { shows, type Arrangement } from '../../../lesson/arrangements.ts';
import type { Lesson, SideName } from '../../../lesson/schema.ts';
import { messages } from '../../../messages/en.ts';
import { useSideName } from '../../../session/sideName.ts';
import { Divider } from '../../../ui/Divider.tsx';
import { SideNameContext } from '../../../ui/ofSide.ts';
import { useCommands } from '../../shell/context.ts';
import { CodePane } from '../CodePane.tsx';
import { useStaleness } from '../StaleNote.tsx';
import { Pictures } from '../Pictures.tsx';
import { SideHead } from '../SideHead.tsx';
import { ReportPane } from './ReportPane.tsx';
import { columnMoved, withCodeMoved, withReportMoved, type Measured } from './sizes.ts';
import '../side.css';

const words = messages.panes.dividers;

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
  readonly arrangement: Arrangement;
}

export function SidePanes({ lesson, side, arrangement }: Props) {
  const section = useRef<HTMLElement>(null);
  const name = useSideName(side);
  const stale = useStaleness(side) !== null;
  const [code, picture] = [shows(arrangement, 'code'), shows(arrangement, 'picture')];
  const report = shows(arrangement, 'output') || shows(arrangement, 'error');
  const divided = arrangement.fills === 'screen';
  return (
    <SideNameContext value={name}>
      <section ref={section} className={`side side-${side}`} aria-label={name} data-stale={stale}>
        <SideHead lesson={lesson} side={side} />
        {code && <CodePane lesson={lesson} side={side} />}
        {divided && code && picture && (
          <CodeDivider label={words.code(name)} arrangement={arrangement} of={section} />
        )}
        {picture && <Pictures lesson={lesson} side={side} />}
        {divided && picture && report && <ReportDivider label={words.report(name)} of={section} />}
        {report && <ReportPane lesson={lesson} side={side} arrangement={arrangement} />}
      </section>
    </SideNameContext>
  );
}

interface DividerProps {
  readonly label: string;
  readonly of: RefObject<HTMLElement | null>;
}

function CodeDivider({ label, arrangement, of }: DividerProps & Pick<Props, 'arrangement'>) {
  const { resizePanes } = useCommands();
  const beside = arrangement.picture === 'beside the code';
  const move = (by: number) => {
    if (!beside) return resizePanes({ heights: withCodeMoved(measured(of.current, 'offsetHeight'), by) });
    const { code, picture } = measured(of.current, 'offsetWidth');
    return resizePanes({ codeWidth: columnMoved(code, picture, by) });
  };
  return (
    <Divider
      label={label}
      title={words.title}
      between={beside ? 'columns' : 'rows'}
      onMove={move}
      onBack={() => resizePanes(beside ? { codeWidth: null } : { heights: null })}
    />
  );
}

function ReportDivider({ label, of }: DividerProps) {
  const { resizePanes } = useCommands();
  return (
    <Divider
      label={label}
      title={words.title}
      between="rows"
      onMove={(by) => resizePanes({ heights: withReportMoved(measured(of.current, 'offsetHeight'), by) })}
      onBack={() => resizePanes({ heights: null })}
    />
  );
}

function measured(side: HTMLElement | null, length: 'offsetHeight' | 'offsetWidth'): Measured {
  const lengthOf = (pane: string) => side?.querySelector<HTMLElement>(`:scope > ${pane}`)?.[length] ?? 0;
  return { code: lengthOf('.code-pane'), picture: lengthOf('.pictures'), report: lengthOf('.report') };
}

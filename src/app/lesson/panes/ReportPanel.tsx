/** What stands below a tab of the report, apart from the output. */
import { useMemo } from 'react';
import type { Lesson, SideName } from '../../../lesson/schema.ts';
import { viewCalled } from '../../../views/register.ts';
import { DescribedTable } from '../../../views/shared/DescribedTable.tsx';
import { useThrottled } from '../../../views/shared/useThrottled.ts';
import type { View } from '../../../views/view.ts';
import { EndingPanel } from '../EndingPanel.tsx';
import { FaultPanel } from '../FaultPanel.tsx';
import { OUTPUT } from '../Pictures.tsx';
import { ScheduleReport } from '../schedule/ScheduleReport.tsx';
import { SearchPanel } from '../schedule/SearchPanel.tsx';
import { SteppingPanel } from '../schedule/SteppingPanel.tsx';
import { useViewInput } from '../viewInput.ts';
import type { ReportTab } from './report.ts';

interface Props {
  readonly tab: Exclude<ReportTab, 'output'>;
  readonly lesson: Lesson;
  readonly side: SideName;
}

export function ReportPanel({ tab, lesson, side }: Props) {
  switch (tab) {
    case 'ending':
      return (
        <>
          <ScheduleReport side={side} />
          <EndingPanel side={side} />
          <FaultPanel side={side} />
        </>
      );
    case 'search':
      return <SearchPanel side={side} />;
    case 'steps':
      return <SteppingPanel side={side} />;
    case 'log':
      return <LogOf lesson={lesson} side={side} />;
    case 'table':
      return lesson.views
        .filter((id) => id !== OUTPUT)
        .map((id) => <TableOf key={id} view={viewCalled(id)} side={side} />);
  }
}

/** The log that a picture of the lesson keeps, or null. */
export function logOf(lesson: Lesson): View['log'] | null {
  return lesson.views.map((id) => viewCalled(id)?.log).find((log) => log !== undefined) ?? null;
}

function LogOf({ lesson, side }: Omit<Props, 'tab'>) {
  const input = useThrottled(useViewInput(side));
  const log = logOf(lesson);
  return log && <log.Paint {...input} />;
}

function TableOf({ view, side }: { readonly view: View | null; readonly side: SideName }) {
  const throttled = useThrottled(useViewInput(side));
  const table = useMemo(() => view?.describe(throttled).table ?? null, [view, throttled]);
  return table && <DescribedTable table={table} />;
}

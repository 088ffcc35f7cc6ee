/** What a run reports besides its picture, as tabs of one pane: output, how it ended, search, stepping, log, table. */
import { useId, useState } from 'react';
import { shows, type Arrangement } from '../../../lesson/arrangements.ts';
import type { Lesson, SideName } from '../../../lesson/schema.ts';
import { messages } from '../../../messages/en.ts';
import { useSideName } from '../../../session/sideName.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { Tabs, tabId } from '../../../ui/Tabs.tsx';
import { viewCalled } from '../../../views/register.ts';
import { OUTPUT, PictureOf } from '../Pictures.tsx';
import { FindButton, SideSchedule } from '../schedule/SideSchedule.tsx';
import { useViewInput } from '../viewInput.ts';
import { ReportPanel, logOf } from './ReportPanel.tsx';
import { endingSort, lastLineOf, openTab, tabsOf, urgencyOf, type ReportTab } from './report.ts';
import './report.css';

const words = messages.panes.report;

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
  readonly arrangement: Arrangement;
}

export function ReportPane({ lesson, side, arrangement }: Props) {
  const panel = useId();
  const name = useSideName(side);
  const run = useWorkspace(({ runs }) => runs[side]);
  const search = useWorkspace(({ searches }) => searches[side]);
  const steps = useWorkspace(({ stepping }) => stepping[side]);
  const reported = { run, search, steps };
  const tabs = tabsOf(reported, logOf(lesson) !== null).filter(
    (tab) => tab !== 'ending' || shows(arrangement, 'error'),
  );
  const { active, choose } = useActiveTab(tabs, urgencyOf(reported));
  // Python's own report ends with it, and the tab of the ending begins with it.
  const lastLine = active === 'ending' || active === 'output' ? null : lastLineOf(run);
  const face = useFace(lesson, side);
  return (
    <div className="report" data-tab={active}>
      <div className="report-bar">
        <Tabs
          label={words.label(name)}
          tabs={tabs}
          active={active}
          panel={panel}
          onChoose={choose}
          face={face}
        />
        {lastLine !== null && <code className="report-last">{lastLine}</code>}
        {lesson.schedule !== undefined && <SideSchedule side={side} />}
        {lesson.schedule !== undefined && <FindButton side={side} />}
      </div>
      <div
        className="report-panel"
        id={panel}
        role="tabpanel"
        tabIndex={active === 'output' ? undefined : 0}
        aria-labelledby={tabId(panel, active)}
      >
        {/* A log goes on telling a screen reader what is printed; whoever reaches it by keyboard sees it. */}
        <div className="report-output" data-open={active === 'output'} onFocus={() => choose('output')}>
          <PictureOf view={viewCalled(OUTPUT)} side={side} />
        </div>
        {active !== 'output' && <ReportPanel tab={active} lesson={lesson} side={side} />}
      </div>
    </div>
  );
}

/** What has just happened opens its tab; after that the person's choice holds, until something happens again. */
function useActiveTab(tabs: readonly ReportTab[], urgency: ReturnType<typeof urgencyOf>) {
  const [chosen, choose] = useState(urgency.tab);
  const [seen, see] = useState(urgency.key);
  if (seen !== urgency.key) {
    see(urgency.key);
    if (urgency.tab !== null) choose(urgency.tab);
  }
  return { active: openTab(tabs, chosen), choose };
}

/** The name of a tab, and of a list how many lines it has. */
function useFace(lesson: Lesson, side: SideName): (tab: ReportTab) => string {
  const input = useViewInput(side);
  const run = useWorkspace(({ runs }) => runs[side]);
  return (tab) => {
    switch (tab) {
      case 'output':
        return words.counted(words.output, viewCalled(OUTPUT)?.count?.(input) ?? 0);
      case 'log':
        return words.counted(words.log, logOf(lesson)?.count(input) ?? 0);
      case 'ending':
        return words.endings[endingSort(run) ?? 'note'];
      case 'search':
      case 'steps':
      case 'table':
        return words[tab];
    }
  };
}

/** The page in the reader's words: what a person can see and do on a lesson, by role and name. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Of a lesson, and of a published program. */
export type SideName = 'Broken' | 'Fixed' | 'As published' | 'Instead';

export class LessonPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a lesson and waits for its editors; Python may still be on its way. */
  async open(lesson = 'asyncio'): Promise<void> {
    await this.page.goto(`./#/${lesson}`);
    await this.hasCode('Broken');
  }

  /** Opens a published program of a lesson and waits for its editors. */
  async openPublished(lesson: string, part: 'cause' | 'diagnosis' | 'solution'): Promise<void> {
    await this.page.goto(`./#/${lesson}/published/${part}`);
    await this.hasCode('As published');
  }

  /** Waits for the editors of a page that has this side. */
  async hasCode(side: SideName): Promise<void> {
    await expect(this.side(side).region).toBeVisible();
    await expect(this.page.locator('.monaco-editor .view-line').first()).toBeVisible();
  }

  get guide(): Locator {
    return this.page.getByRole('complementary', { name: 'Guide' });
  }

  side(name: SideName): SidePage {
    return new SidePage(this.page, name);
  }

  /** Waits until Python is warm, so that what is measured next is the run alone. */
  async pythonIsLive(): Promise<void> {
    await expect(this.page.getByText(/^CPython 3\.\d+\.\d+ · (.+ · )?live$/)).toBeVisible({
      timeout: 150_000,
    });
  }

  async choosePace(pace: 'Real pace' | 'Fast forward'): Promise<void> {
    await this.page.getByRole('radio', { name: pace }).check();
  }

  /** Opens the panel in which is chosen how both sides run, if it is closed. */
  async setUp(): Promise<void> {
    const button = this.page.getByRole('button', { name: /^Set up the runs/ });
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  async chooseModel(model: 'CPython 3.14' | 'Before 3.10' | 'Free-threaded'): Promise<void> {
    await this.setUp();
    await this.page.getByRole('radio', { name: model }).check();
  }

  async chooseStrategy(strategy: 'Realistic' | 'Random' | 'By hand'): Promise<void> {
    await this.setUp();
    await this.strategy.selectOption({ label: strategy });
  }

  async hasStrategy(strategy: string): Promise<void> {
    await this.setUp();
    await expect(this.strategy).toHaveValue(strategy);
  }

  get strategy(): Locator {
    return this.page.getByRole('combobox', { name: 'Strategy' });
  }

  /** Writes the expression that must hold at the end; empty for none. */
  async writeCheck(expression: string): Promise<void> {
    await this.setUp();
    await this.check.fill(expression);
  }

  get check(): Locator {
    return this.page.getByRole('textbox', { name: 'Must hold at the end' });
  }

  /** Puts a variation of the lesson into the side it belongs to. */
  async loadVariation(title: string): Promise<void> {
    await this.setUp();
    await this.page.getByRole('combobox', { name: 'Variation' }).selectOption({ label: title });
    await this.page.getByRole('button', { name: /^Load into / }).click();
  }

  async runBoth(): Promise<void> {
    await this.button('Run both').click();
  }

  async stop(): Promise<void> {
    await this.button('Stop').click();
  }

  async reset(): Promise<void> {
    await this.button('Reset').click();
  }

  /** Waits until nothing runs any more. */
  async ended(): Promise<void> {
    await expect(this.button('Stop')).toBeDisabled();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get verdict(): Locator {
    return this.page.getByRole('status', { name: 'Verdict' });
  }

  get playhead(): Locator {
    return this.page.getByRole('slider', { name: 'Playhead' });
  }

  /** The moment of the playhead in microseconds. */
  async moment(): Promise<number> {
    return Number(await this.playhead.inputValue());
  }

  /** Takes the focus off every control, as a click beside them does. */
  async leaveControls(): Promise<void> {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
  }
}

export class SidePage {
  readonly page: Page;
  readonly name: SideName;
  readonly region: Locator;

  constructor(page: Page, name: SideName) {
    this.page = page;
    this.name = name;
    this.region = page.getByRole('region', { name, exact: true });
  }

  async run(): Promise<void> {
    await this.region.getByRole('button', { name: `Run ${this.name.toLowerCase()} only` }).click();
  }

  /** The elapsed time on the big clock, in seconds. */
  async elapsed(): Promise<number> {
    const text = await this.region.getByRole('timer', { name: 'Elapsed' }).innerText();
    const [, figure = '', unit] = /([\d.]+)\s*(ms|s)/.exec(text) ?? [];
    return Number(figure) / (unit === 'ms' ? 1000 : 1);
  }

  /** The figure over a label of the counters, as written: `10`, `9 / 10`. */
  counter(label: string): Locator {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) });
    return this.counters.locator('div').filter({ has: term }).getByRole('definition');
  }

  get counters(): Locator {
    return this.region.locator('dl[aria-label="Counters"]');
  }

  get figure(): Locator {
    return this.region.getByRole('figure');
  }

  /** Opens a tab of what the run reports: `Output`, `Table`. */
  async openTab(name: string): Promise<void> {
    await this.region.getByRole('tab', { name: new RegExp(`^${name}( |$)`) }).click();
  }

  /** What stands below the open tab of what the run reports. */
  get report(): Locator {
    return this.region.locator('.report').getByRole('tabpanel');
  }

  get output(): Locator {
    return this.region.getByRole('log', { name: 'Output' });
  }

  /** What is said about how the run ended. */
  get ending(): Locator {
    return this.region.locator('.ending');
  }

  /** The line marked as the playhead's, as the editor shows it. */
  get markedLine(): Locator {
    return this.region.locator('.mark-now').first();
  }

  /** Replaces the whole code of the shown file by pasting, since typed code is indented by the editor as well. */
  async write(code: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), code);
    await this.region.locator('.monaco-editor').first().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Selects whole lines, counted from 1, and pastes over them. */
  async pasteOver(from: number, to: number, code: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), code);
    await this.region.locator('.monaco-editor').first().click();
    const { keyboard } = this.page;
    await keyboard.press('ControlOrMeta+Home');
    for (let line = 1; line < from; line += 1) await keyboard.press('ArrowDown');
    for (let line = from; line <= to; line += 1) await keyboard.press('Shift+ArrowDown');
    await keyboard.press('ControlOrMeta+V');
  }

  /** What the last run went by, and whether the check held. */
  get summary(): Locator {
    return this.region.locator('.side-schedule p');
  }

  /** Presses the button that looks for a schedule that fails, and waits until the search has its result. */
  async search(): Promise<void> {
    await this.region.getByRole('button', { name: 'Find a schedule that fails' }).click();
    await this.searched();
  }

  async searched(): Promise<void> {
    // Thousands of executions: a busy machine takes its time.
    const stop = this.region.getByRole('button', { name: 'Stop the search' });
    await expect(stop).toHaveCount(0, { timeout: 180_000 });
    await expect(this.found).not.toBeEmpty();
  }

  get searchPanel(): Locator {
    return this.region.getByRole('region', { name: `Search, ${this.name.toLowerCase()}` });
  }

  /** What the search came to. */
  get found(): Locator {
    return this.searchPanel.getByRole('status');
  }

  /** The row of an outcome. */
  outcome(words: string): Locator {
    return this.searchPanel.getByRole('row').filter({ hasText: words });
  }

  get stepping(): Locator {
    return this.region.getByRole('region', { name: /Stepping by hand/ });
  }

  /** Lets a thread go on by one step, and waits for the next question. */
  async step(thread: string): Promise<void> {
    const step = this.stepping.getByRole('button', { name: `Step ${thread}` });
    const before = await this.summary.innerText();
    await step.click();
    await expect(this.summary).not.toHaveText(before);
  }

  /** The lines of code in view, as the editor shows them. It draws a key press with its next frame. */
  get code(): Locator {
    return this.region.locator('.monaco-editor .view-lines').first();
  }
}

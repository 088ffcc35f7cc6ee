/** How long links are, with real programs and real schedules. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { lessonAddress, stepAddress } from '../lesson/address.ts';
import type { Decision } from '../runtime/schedule.ts';
import { linkOf } from '../testing/someLinks.ts';
import type { SharedState } from './state.ts';
import { lessonVersion } from './version.ts';

/** Recorded: four threads that count together between any two bytecodes, under a random strategy. */
const RANDOM = [
  '126,0 8,2 13,0 8,1 54,3 32,0 8,1 45,4 23,3 5,4 67,1 9,0 11,3 10,1 34,2 32,0 1,1 28,4 10,3 1,1 4,4',
  '66,2 15,4 3,3 32,4 3,2 19,4 25,2 8,1 25,4 4,1 85,3 11,1 18,4 12,2 2,4 1,2 36,1 26,4 23,2 4,4 7,2',
  '142,4 73,2 14,3 13,2 11,1 10,4 63,3 14,2 32,4 39,3 22,4 9,3 7,2 29,3 7,4 21,3 20,4 30,3 27,4 49,3',
  '73,4 15,3 4,4 55,2 23,3 26,1 30,3 22,2 20,4 20,3 1,1 12,3 25,1 41,2 19,3 6,4 1,2 10,4 10,1 35,2',
  '17,4 34,2 33,3 9,1 18,3 62,4 19,2 44,1 3,3 19,1 20,4 10,2 141,4 18,2 180,3 12,2 30,4 1,3 7,4 30,1',
  '95,2 40,3 27,1 28,2 22,3 13,2 27,3 1,2 12,4 43,3 1,4 11,3 38,4 10,2 38,1 7,4 26,2 7,4 48,1 13,3',
  '14,2 4,3 33,1 6,4 31,3 77,4 24,1 57,4 25,1 7,4 4,3 11,1 22,2 2,1 17,3 42,1 12,2 75,3 18,4 16,3',
  '12,4 15,1 6,2 27,1 25,3 4,1 59,2 8,4 1,3 2,1 60,3 5,1 71,3 34,1 20,2 35,1 35,3 32,2 38,3 45,2 2,1',
  '48,2 28,1 13,4 19,2 13,1 14,2 42,1 6,2 11,4 32,3 13,4 3,3 33,1 21,4 9,2 39,3 4,1 22,4 21,2 73,1',
  '2,4 11,1 16,4 15,2 2,1 45,2 54,1 22,2 8,1 1,4 4,3 13,2 3,3 88,1 1,3 49,4 8,2',
].join(' ');

const BANK = `import threading
import time


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.lock = threading.Lock()

    def withdraw(self, amount):
        if self.balance >= amount:
            time.sleep(0.001)
            self.balance -= amount
            return True
        return False

    def deposit(self, amount):
        self.balance += amount


def transfer(source, target, amount):
    if source.withdraw(amount):
        target.deposit(amount)


def shuffle_money(accounts, rounds):
    for number in range(rounds):
        source = accounts[number % len(accounts)]
        target = accounts[(number + 1) % len(accounts)]
        transfer(source, target, 10)


accounts = [Account("ann", 100), Account("bob", 100), Account("eve", 100)]
workers = [threading.Thread(target=shuffle_money, args=(accounts, 50)) for _ in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
total = sum(account.balance for account in accounts)
print("money in the bank:", total, "expected 300")
`;

const all = lessons.flatMap((lesson) => [lesson, ...lesson.published]);
const state = { lesson: 'threads', version: 1_234_567_890 };

describe('the length of a link', () => {
  it.each(all.map((lesson) => [lesson.id, lesson] as const))('is at most 40 of %s as it is', (_, lesson) => {
    expect(lessonAddress(lesson).length).toBeLessThanOrEqual(40);
    expect(stepAddress(lesson.id, 20).length).toBeLessThanOrEqual(40);
  });

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    'is short of %s with an edit',
    (id, lesson) => {
      const edited = Object.entries(lesson.sides.fixed.files).map(
        ([path, text]) =>
          [path, `${text.replace(/\d+/, '77').replaceAll('total', 'amount')}\nprint("and more")\n`] as const,
      );
      const edits = {
        lesson: id,
        version: lessonVersion(lesson),
        files: { fixed: Object.fromEntries(edited) },
      };
      expect(linkOf(edits).length).toBeLessThanOrEqual(240);
    },
  );

  it('is at most 500 with a kilobyte of code that no lesson has', () => {
    expect(BANK.length).toBeGreaterThanOrEqual(1000);
    expect(linkOf({ ...state, files: { broken: { 'main.py': BANK } } }).length).toBeLessThanOrEqual(500);
  });

  it('grows by at most 300 with 200 recorded decisions', () => {
    const without: SharedState = {
      ...state,
      files: { broken: { 'main.py': BANK } },
      schedule: { strategy: 'replay' },
    };
    const recorded = { model: 'before310', decisions: decisionsOf(RANDOM) } as const;
    expect(recorded.decisions).toHaveLength(200);
    const more =
      linkOf({ ...without, schedule: { strategy: 'replay', recorded } }).length - linkOf(without).length;
    expect(more).toBeLessThanOrEqual(300);
  });

  it('grows by little with decisions that repeat themselves, as of a round robin', () => {
    const regular = Array.from({ length: 200 }, (_, index): Decision => [61 + 50 * index, index % 4]);
    const recorded = { model: 'cpython314', decisions: regular } as const;
    expect(linkOf({ ...state, schedule: { strategy: 'replay', recorded } }).length).toBeLessThanOrEqual(100);
  });
});

/** Pairs of what lies between two steps, and the thread. */
function decisionsOf(text: string): Decision[] {
  let step = 0;
  return text.split(' ').map((pair): Decision => {
    const [apart, thread] = pair.split(',').map(Number);
    step += apart ?? 0;
    return [step, thread ?? 0];
  });
}

import { runIn } from './page.mjs';
import { openBrowser } from '../scripts/try/page.mjs';
import { makeReady } from '../scripts/try/ready.mjs';
await makeReady(); const b = await openBrowser(); const { page } = await b.open();
const INC = (n) => `
import threading
counter = 0
def work():
    global counter
    for _ in range(${n}):
        counter += 1
ts = [threading.Thread(target=work) for _ in range(10)]
for t in ts: t.start()
for t in ts: t.join()
`;
const run = (n, strategy, probes = [], model = 'before310') => runIn(page, { program: { files: { 'main.py': INC(n) }, entry: 'main.py' }, probes, pace: 'fast', schedule: strategy && { model, strategy } });
const N = { kind: 'replay', decisions: [] }, R = { kind: 'random', seed: 1 }, Q = { kind: 'realistic' };
for (const [name, n, s, p] of [['plain', 1000, null, []], ['nobody', 1000, N, []], ['nobody traced', 1000, N, ['threads']], ['random', 1000, R, []], ['random traced', 1000, R, ['threads']], ['realistic traced', 1000, Q, ['threads']], ['realistic', 10000, Q, []],['realistic traced', 10000, Q, ['threads']], ['random traced', 10000, R, ['threads']]]) {
  const walls = []; let r; for (let i = 0; i < 4; i++) { r = await run(n, s, p); walls.push(r.end.wall / 1000); }
  const words = {}; for (const e of r.events) words[e.word ?? e.kind] = (words[e.word ?? e.kind] ?? 0) + 1;
  console.log(name.padEnd(18), n, 'wall', Math.min(...walls).toFixed(1), 'events', r.events.length, JSON.stringify(words), 'steps', r.scheduled?.steps, 'switches', r.scheduled?.switches, r.end.ending.kind);
}
await b.close(); process.exit(0);

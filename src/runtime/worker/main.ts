/** A worker: boots one interpreter, carries out one run, and is thrown away. */
import type { WorkerPart } from '../boot/image.ts';
import type { RehearsalPlan, WorkerMessage, WorkerOrder, WorkerStart } from '../protocol.ts';
import { reached } from '../../base/milestones.ts';
import { removeCapabilities } from './capabilities.ts';
import { canSuspend } from './carriers.ts';
import { crashOf } from './crash.ts';
import { bootInterpreter, type Interpreter } from './interpreter.ts';
import type { Reports } from './machine.ts';
import { Parts } from './parts.ts';
import { memoryOf, passesOn } from './starting.ts';
import { messageStop, revokedUrlStop, type StopFlag } from './stop.ts';

/** What `entry.run` answers: the last message without its kind. */
type End = Omit<Extract<WorkerMessage, { kind: 'ended' }>, 'kind'>;
type Send = (message: WorkerMessage, transfer?: Transferable[]) => void;

/** Until all parts of the image are here. */
const listening = new AbortController();
/** A program has no way to start this worker once more. */
let hasBegun = false;

async function start(order: WorkerStart, parts: Parts, port: MessagePort, frame: MessagePort): Promise<void> {
  reached('a worker begins');
  // Captured now: a program may replace what it finds on the global object, but not this.
  const post: (message: WorkerMessage, transfer: Transferable[]) => void = port.postMessage.bind(port);
  const send: Send = (message, transfer = []) => post(message, transfer);
  const suspends = order.maySuspend && canSuspend();
  const stop = suspends ? messageStop() : revokedUrlStop(order.stopUrl);
  try {
    const reports = {
      started: () => send({ kind: 'started' }),
      batch: (records, strings) => send({ kind: 'batch', records, strings }, [records.buffer]),
      searched: (report) => send({ kind: 'searched', report }),
      asked: (question) => send({ kind: 'asked', question }),
    } satisfies Reports;
    const memory = memoryOf(order.memory, parts, frame);
    const interpreter = await bootInterpreter(parts, order.lock, suspends, stop, reports, memory);
    // Whatever runs here has no way to change what other workers begin with.
    frame.close();
    void interpreter.whole.then(() => listening.abort());
    removeCapabilities(globalThis);
    listen(port, interpreter, stop, send);
    reached('a worker is ready');
    send({ kind: 'ready', abilities: { python: interpreter.python, suspends: interpreter.suspends } });
  } catch (error) {
    if (!passesOn(order.memory, port, frame)) send({ kind: 'unfit', reason: String(error) });
  }
}

function listen(port: MessagePort, interpreter: Interpreter, stop: StopFlag, send: Send): void {
  let waits = true;
  const rehearse = (plan: RehearsalPlan): void => {
    if (!waits) return;
    interpreter.rehearse(plan);
    reached('a worker has rehearsed');
  };
  port.addEventListener('message', ({ data }: MessageEvent<WorkerOrder>) => {
    switch (data.kind) {
      case 'run':
        waits = false;
        void carryOut(interpreter, data, send);
        break;
      case 'rehearse':
        void interpreter.whole.then(() => rehearse(data.plan));
        break;
      case 'choose':
        interpreter.choose(data.choice);
        break;
      case 'stop':
        stop.ask();
        break;
    }
  });
  port.start();
}

async function carryOut(
  interpreter: Interpreter,
  { request, archives }: Extract<WorkerOrder, { kind: 'run' }>,
  send: Send,
): Promise<void> {
  const began = performance.now();
  try {
    for (const one of archives) interpreter.addPackage(one);
    const end: End = JSON.parse(await interpreter.run(JSON.stringify(request)));
    send({ kind: 'ended', ...end });
  } catch (error) {
    const wall = Math.round((performance.now() - began) * 1000);
    send({
      kind: 'ended',
      ending: crashOf(error, interpreter.memoryEnded()),
      time: wall,
      wall,
      scheduled: null,
      faults: [],
    });
  }
}

const parts = new Parts();
globalThis.addEventListener(
  'message',
  ({ data, ports }: MessageEvent<WorkerStart | WorkerPart>) => {
    if (data.kind === 'part') {
      parts.put(data);
      return;
    }
    const [port, frame] = ports;
    if (hasBegun || port === undefined || frame === undefined) return;
    hasBegun = true;
    void start(data, parts, port, frame);
  },
  { signal: listening.signal },
);

/** What Python is up to: being fetched, starting, live; and the strip that says when it could not be had. */
import { formatBytes } from '../../base/format.ts';
import { messages } from '../../messages/en.ts';
import { packageVersion } from '../../runtime/host/packages.ts';
import type { RuntimeStatus } from '../../runtime/host/runtime.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands, useRuntimeStatus } from './context.ts';

const words = messages.status;

/** One quiet line for the header, with the packages of the lesson. `RuntimeFailure` says what to do when one failed. */
export function RuntimeLine({ packages }: { readonly packages: readonly string[] }) {
  const status = useRuntimeStatus();
  switch (status.kind) {
    case 'fetching':
      return (
        <p className="runtime" data-kind={status.kind}>
          <progress
            aria-label={words.fetchingLabel}
            max={Math.max(status.total, 1)}
            value={Math.min(status.loaded, status.total)}
          />
          {words.fetching(formatBytes(status.loaded), formatBytes(status.total))}
        </p>
      );
    case 'booting':
      return (
        <p className="runtime" data-kind={status.kind}>
          {words.booting}
        </p>
      );
    case 'ready':
      return (
        <p className="runtime" data-kind={status.kind}>
          {words.ready(status.abilities.python, packages.flatMap(withVersion))}
        </p>
      );
    case 'asleep':
      return (
        <p className="runtime" data-kind={status.kind}>
          {words.asleep}
        </p>
      );
    case 'failed':
      return (
        <p className="runtime" data-kind={status.kind}>
          {status.reason === 'package'
            ? messages.offline.packagesAbsent(packages.filter((name) => status.packages.includes(name)))
            : messages.offline.pythonAbsent}
        </p>
      );
  }
}

function wordsOf(status: Extract<RuntimeStatus, { kind: 'failed' }>): string {
  switch (status.reason) {
    case 'download':
      return words.failedDownload(status.file);
    case 'package':
      return messages.offline.failedPackages(status.packages);
    case 'boot':
      return words.failedBoot;
  }
}

function withVersion(name: string): string[] {
  const version = packageVersion(name);
  return version === null ? [] : [`${name} ${version}`];
}

/** Says which packages of a lesson are missing, and how to get them; nothing while all are here. */
export function PackagesMissing({ packages }: { readonly packages: readonly string[] }) {
  const missing = packages.filter((name) => packageVersion(name) === null);
  return missing.map((name) => (
    <div key={name} className="failure" role="alert">
      <Icon name="warning" />
      <p>{words.packageMissing(name)}</p>
    </div>
  ));
}

/** Says what failed, and offers to try again; nothing while all is well. */
export function RuntimeFailure() {
  const status = useRuntimeStatus();
  const { retry } = useCommands();
  if (status.kind !== 'failed') return null;
  return (
    <div className="failure" role="alert">
      <Icon name="warning" />
      <p>{wordsOf(status)}</p>
      <button type="button" className="button" onClick={retry}>
        {words.retry}
      </button>
    </div>
  );
}

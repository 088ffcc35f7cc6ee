import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fakeMachine } from './fakeMachine.mjs';
import { debianSource, pipSource, pyodideSource } from './sources.mjs';

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const wanted = {
  name: 'sqlalchemy',
  sources: {
    pyodide: { lockName: 'sqlalchemy' },
    pip: { version: '2.0.48', sha256: null },
    debian: { package: 'python3-sqlalchemy', version: '2.0.40', sha256: sha256('a deb') },
  },
};

describe('the wheel of Pyodide', () => {
  const lock = { packages: { sqlalchemy: { file_name: 'sqlalchemy-2.whl', sha256: sha256('a wheel') } } };

  test('comes from where Pyodide publishes this very version', async () => {
    const { machine, asked } = fakeMachine({ fetch: () => Buffer.from('a wheel') });
    const found = await pyodideSource(machine, { lock, version: '314.0.7' }).find(wanted);
    expect(found).toMatchObject({ source: 'pyodide', file: 'sqlalchemy-2.whl' });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^https:.*v314\.0\.7.*sqlalchemy-2\.whl$/);
  });

  test('is refused when it is not what the lock says', async () => {
    const { machine } = fakeMachine({ fetch: () => Buffer.from('something else') });
    const found = pyodideSource(machine, { lock, version: '1' }).find(wanted);
    await expect(found).rejects.toThrow('sqlalchemy-2.whl is not what was expected');
  });

  test('is not asked for when the lock has none', async () => {
    const { machine, asked } = fakeMachine({});
    const found = pyodideSource(machine, { lock: { packages: {} }, version: '1' }).find(wanted);
    await expect(found).rejects.toThrow('does not name it');
    expect(asked).toEqual([]);
  });
});

describe('pip', () => {
  test('is asked for the pinned version, for a wheel that runs anywhere', async () => {
    const { machine, asked } = fakeMachine({
      run: (_command, args, _write) => {
        const folder = args[args.indexOf('--dest') + 1];
        machine.write(`${folder}/SQLAlchemy-2.0.48-py3-none-any.whl`, Buffer.from('a wheel'));
      },
    });
    const found = await pipSource(machine).find(wanted);
    expect(found).toMatchObject({ source: 'pip', file: 'SQLAlchemy-2.0.48-py3-none-any.whl' });
    expect(asked[0]).toContain('sqlalchemy==2.0.48');
    expect(asked[0]).toContain('--platform any');
    expect(asked[0]).toContain('--retries 0');
  });

  test('that says nothing and brings nothing is no success', async () => {
    const { machine } = fakeMachine({ run: () => {} });
    await expect(pipSource(machine).find(wanted)).rejects.toThrow('nothing was downloaded');
  });
});

/**
 * What apt-get does: `download` brings a package with these bytes.
 * @param {string} text
 * @returns {import('./fakeMachine.mjs').Run}
 */
const brings = (text) => (_command, args, write) => {
  if (args.includes('download')) write('python3-sqlalchemy_2.0.40_all.deb', text);
};

describe('apt', () => {
  const debian = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';
  const stanza = 'Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\n';

  test('uses the mirror that the machine uses, and folders of its own', async () => {
    const { machine, asked, kept } = fakeMachine({
      files: { '/etc/os-release': debian, '/etc/apt/sources.list.d/debian.sources': stanza },
      run: brings('a deb'),
    });
    expect(await debianSource(machine).find(wanted)).toMatchObject({ source: 'debian' });
    expect(asked.map((line) => line.split(' ').slice(-2).join(' '))).toEqual([
      'Acquire::https::Timeout=10 update',
      'download python3-sqlalchemy',
    ]);
    expect(asked.every((line) => line.includes('Dir::State=/aside/state'))).toBe(true);
    const list = Buffer.from(kept.get('/aside/faultline.sources') ?? []).toString();
    expect(list).toContain('URIs: http://mirror.example/debian\nSuites: trixie\n');
    expect(list).toContain('Signed-By: ');
  });

  test.each([
    ['deb http://other.example/debian bookworm main\n', 'http://other.example/debian'],
    [
      'deb http://x.example/debian-security bookworm main\ndeb [arch=amd64] http://y.example/debian/ sid main\n',
      'http://y.example/debian/',
    ],
  ])('reads the older way of naming a mirror', async (text, mirror) => {
    const { machine, kept } = fakeMachine({
      files: { '/etc/os-release': 'ID=mint\nID_LIKE="ubuntu debian"\n', '/etc/apt/sources.list': text },
      run: brings('a deb'),
    });
    await debianSource(machine).find(wanted);
    expect(Buffer.from(kept.get('/aside/faultline.sources') ?? []).toString()).toContain(`URIs: ${mirror}\n`);
  });

  test('is left alone where this is no Debian, and where no mirror is named', async () => {
    const other = fakeMachine({ files: { '/etc/os-release': 'ID=fedora\n' }, run: brings('a deb') });
    await expect(debianSource(other.machine).find(wanted)).rejects.toThrow('this is no Debian');
    const bare = fakeMachine({ files: { '/etc/os-release': debian }, run: brings('a deb') });
    await expect(debianSource(bare.machine).find(wanted)).rejects.toThrow('apt names no mirror');
    expect([...other.asked, ...bare.asked]).toEqual([]);
  });

  test('does not pass off another file', async () => {
    const { machine } = fakeMachine({
      files: { '/etc/os-release': debian, '/etc/apt/sources.list.d/debian.sources': stanza },
      run: brings('another deb'),
    });
    await expect(debianSource(machine).find(wanted)).rejects.toThrow('is not what was expected');
  });
});

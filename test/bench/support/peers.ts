/** The programs that Pilcrow is compared with. The bench installs none of them; a person says where they are. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/support/paths.ts';
import type { Program } from './timing.ts';

const packages = [
  '@panache-cli/linux-x64-gnu',
  'vscode-markdown-languageservice',
  'remark-cli',
  'remark-validate-links',
];

/** A peer, or why it is missing. */
export type Peer = { readonly program: Program; readonly does: string } | { readonly missing: string };

const script = (name: string): string => inRoot('test', 'bench', 'support', 'peers', name);

/** The folder of packages that a person names, else this repository's. */
function peerFolder(): string {
  return process.env['PILCROW_PEERS'] ?? inRoot('node_modules');
}

/** How to install the missing peers. */
export const howToGetPeers = `Peers come from a folder of packages: make one with
  npm install --prefix /some/folder ${packages.join(' ')}
and name it: PILCROW_PEERS=/some/folder/node_modules npm run bench -- folder`;

/** The peers for a study folder, the fairest comparison first. */
export function peersFor(study: string): Peer[] {
  const folder = peerFolder();
  const node = (name: string, file: string, needs: string, does: string): Peer => {
    if (!existsSync(join(folder, needs))) return { missing: `${name}: there is no ${needs} in ${folder}.` };
    const env = { NODE_PATH: inRoot('node_modules') };
    const program = { name, command: process.execPath, args: [script(file), folder, study], cwd: study, env };
    return { program, does };
  };
  return [
    panache(folder, study),
    node(
      'vscode-markdown-languageservice',
      'languageService.mjs',
      'vscode-markdown-languageservice',
      'links, references, fragments',
    ),
    node('remark', 'remark.mjs', 'remark-parse', 'parses, checks nothing'),
    validateLinks(folder, study),
    pandoc(study),
  ];
}

/** Panache, configured to know the keys and to ignore white space. It checks the keys of citations. */
function panache(folder: string, study: string): Peer {
  const name = 'panache, without its cache';
  const command = join(folder, '@panache-cli', 'linux-x64-gnu', 'panache');
  if (!existsSync(command)) return { missing: `${name}: there is no ${command}.` };
  const copy = `${study}-panache`;
  if (!existsSync(copy)) {
    cpSync(study, copy, { recursive: true });
    for (const paper of readdirSync(join(copy, 'papers'))) {
      const path = join(copy, 'papers', paper);
      const text = readFileSync(path, 'utf8').replace('---\n', '---\nbibliography: ../references.bib\n');
      writeFileSync(path, text);
    }
    writeFileSync(join(copy, 'panache.toml'), '[lint.rules]\ncitation-nonbreaking-space = false\n');
  }
  const program = { name, command, args: ['lint', '--no-cache', '--quiet', 'papers'], cwd: copy };
  return { program, does: 'keys of citations' };
}

function validateLinks(folder: string, study: string): Peer {
  const name = 'remark-validate-links';
  const cli = join(folder, 'remark-cli', 'cli.js');
  if (!existsSync(cli) || !existsSync(join(folder, name)))
    return { missing: `${name}: there is no remark-cli or no ${name} in ${folder}.` };
  const args = [
    cli,
    'papers',
    '--quiet',
    '--no-config',
    '--use',
    `${join(folder, name, 'index.js')}=repository:false`,
  ];
  return { program: { name, command: process.execPath, args, cwd: study }, does: 'links' };
}

/** Pandoc is so slow that it runs on a part of the papers only. */
function pandoc(study: string): Peer {
  const name = 'pandoc -t json';
  if (spawnSync('pandoc', ['--version']).status !== 0)
    return { missing: `${name}: there is no pandoc here.` };
  const papers = readdirSync(join(study, 'papers'));
  const some = papers.slice(0, Math.ceil(papers.length / 50));
  const loop = 'for paper do pandoc -f markdown -t json "papers/$paper" >/dev/null; done';
  const program = { name, command: 'sh', args: ['-c', loop, 'sh', ...some], cwd: study };
  return {
    program: { ...program, share: some.length / papers.length },
    does: 'parses, checks nothing (one paper in fifty, scaled)',
  };
}

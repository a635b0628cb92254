/** The extension host calls this to run the tests. PILCROW_SUITE and PILCROW_GREP choose which. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false });
  const wanted = process.env['PILCROW_GREP'];
  if (wanted) mocha.grep(wanted);
  const folder = join(__dirname, process.env['PILCROW_SUITE'] ?? '.');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(folder, name));
  }
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
  });
}

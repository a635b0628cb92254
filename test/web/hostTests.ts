/** The tests that run in the hosts of the desktop, in that of a browser: all that need no disk. */
import 'mocha';

/** The part of Mocha in a browser that this needs. Its bundle leaves it in the global scope. */
interface BrowserMocha {
  setup(options: object): void;
  run(done: (failures: number) => void): {
    on(event: 'pass' | 'fail' | 'pending', listener: (of: Reported, error?: Error) => void): unknown;
  };
}

interface Reported {
  fullTitle(): string;
}

/** Which tests run; all where it is empty. The build puts it in the place of this. */
declare const hostTestsWanted: string;

/** In the place of a reporter, which would write into a page. */
function silent(): void {
  // What happens is told below.
}

/** Returns how many passed, and what failed and why, a text each. */
export async function runHostTests(): Promise<readonly [passed: number, failed: readonly string[]]> {
  const wanted = hostTestsWanted;
  const { mocha } = globalThis as unknown as { readonly mocha: BrowserMocha };
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: silent, ...(wanted && { grep: wanted }) });
  // Here, as the files describe their tests when they run.
  await import('host-tests');
  let passed = 0;
  const failed: string[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve([passed, failed]));
    runner.on('pass', (test) => {
      passed++;
      console.log(`pilcrow-test   ✔ ${test.fullTitle()}`);
    });
    runner.on('pending', (test) =>
      console.log(`pilcrow-test   - ${test.fullTitle()} (skipped: no pages of extensions here)`),
    );
    runner.on('fail', (test, error) => {
      failed.push(`${test.fullTitle()}: ${error?.stack ?? error?.message ?? ''}`);
      console.log(`pilcrow-test   ✘ ${failed.at(-1) ?? ''}`);
    });
  });
}

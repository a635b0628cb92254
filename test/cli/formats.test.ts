import assert from 'node:assert/strict';
import { useDesks, type Desk } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

const paper = withTale(`=== papers/a & b, c.analysis.md
[@tale, ¶ 9] [@tale] <!-- pilcrow-ignore x -->

=== papers/fine.analysis.md
Nothing.
`);

interface Sarif {
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: object;
        };
      }[];
      readonly fixes?: readonly unknown[];
    }[];
  }[];
}

describe('forms of findings', () => {
  const deskWith = useDesks();
  const print = async (format: string, desk?: Desk): Promise<string> =>
    (await (desk ?? (await deskWith(paper))).run(['check', '--format', format])).out;

  it('sarif', async () => {
    const [run] = (JSON.parse(await print('sarif')) as Sarif).runs;
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      run.results.map(({ ruleId, level }) => [ruleId, level]),
      [
        ['citation/no-such-paragraph', 'error'],
        ['citation/no-locator', 'note'],
        ['suppression/unused', 'warning'],
      ],
    );
    for (const { ruleId, ruleIndex } of run.results)
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    const place = run.results[0]?.locations[0]?.physicalLocation;
    assert.equal(place?.artifactLocation.uri, 'papers/a%20%26%20b%2C%20c.analysis.md');
    assert.deepEqual(place.region, { startLine: 1, startColumn: 11, endLine: 1, endColumn: 12 });
    assert.equal(run.results[0]?.fixes?.length, 1);
  });

  it('github', async () => {
    const lines = (await print('github')).split('\n');
    assert.equal(
      lines[0],
      '::error file=papers/a & b%2C c.analysis.md,line=1,endLine=1,col=11,endColumn=12,title=citation/no-such-paragraph::¶ 9: @tale has ¶ 1–5.',
    );
    assert.match(lines[1] ?? '', /^::notice .*title=citation\/no-locator::/);
    assert.match(lines[2] ?? '', /^::warning .*title=suppression\/unused::/);
  });

  it('junit: what makes the check fail is a failure, a file without findings passes', async () => {
    const xml = await print('junit');
    assert.match(
      xml,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="pilcrow" tests="5" failures="2">\n/,
    );
    assert.match(
      xml,
      /<testsuite name="papers\/a &amp; b, c\.analysis\.md" tests="3" failures="2" errors="0" skipped="0">/,
    );
    assert.match(
      xml,
      /<testcase classname="[^"]*" name="1:11 citation\/no-such-paragraph"><failure type="error"/,
    );
    assert.match(xml, /name="1:15 citation\/no-locator"><system-out>hint: /);
    assert.match(xml, /<testcase classname="papers\/fine\.analysis\.md" name="no findings"\/>/);
  });

  it('an empty list of findings is still a document', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 1]\n'));
    assert.equal(await print('json', desk), '[]\n');
    assert.equal(await print('github', desk), '');
    assert.deepEqual((JSON.parse(await print('sarif', desk)) as Sarif).runs[0]?.results, []);
    assert.match(await print('junit', desk), /failures="0"/);
  });
});

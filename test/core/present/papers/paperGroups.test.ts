import assert from 'node:assert/strict';
import { groupedBySource } from '../../../../src/core/present/papers/paperGroups.ts';
import { row } from '../../../../src/core/present/passages/row.ts';

describe('groups of the Paper view', () => {
  const listed = (id: string, key: string, title: string, problem = false) => ({
    row: row({ id, label: id, kind: 'citation', problem }),
    key,
    title,
  });

  it('stand in the order of the first citations, with what cites nothing last', () => {
    const groups = groupedBySource([
      listed('1', '', ''),
      listed('2', 'b', ''),
      listed('3', 'a', 'On A', true),
      listed('4', 'b', ''),
    ]);
    assert.deepEqual(
      groups.map(({ label, description, children }) => [label, description, children.map(({ id }) => id)]),
      [
        ['@b', '2', ['2', '4']],
        ['On A', '@a · 1 · 1 problem', ['3']],
        ['Without citation', '1', ['1']],
      ],
    );
    assert.equal(groups[1]?.accessibleLabel, 'On A, 1 row, 1 problem');
  });

  it('are none where nothing is listed', () => {
    assert.deepEqual(groupedBySource([]), []);
  });
});

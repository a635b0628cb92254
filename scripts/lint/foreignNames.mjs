/**
 * Every object has a `constructor`: who looks a name from outside up in one, as `table[name]`, finds a function. Only a
 * `NameTable` has nothing but its own entries. This needs types, so that indexing of lists, of texts and by names that
 * are written down stays free.
 */
import ts from 'typescript';

/** The name of the property by which a `NameTable` is told (`core/text/table.ts`). */
const brand = 'hasOnlyItsEntries';

/** Whether a type is a text of which nobody knows what it says. */
function isAnyText(type) {
  if (type.isUnion()) return type.types.some(isAnyText);
  return (type.flags & ts.TypeFlags.String) !== 0;
}

function isRecord(type, checker) {
  if (type.isUnion()) return type.types.some((each) => isRecord(each, checker));
  const hasNames = checker.getIndexInfoOfType(type, ts.IndexKind.String) !== undefined;
  return hasNames && !type.getProperties().some(({ escapedName }) => String(escapedName).includes(brand));
}

/** Whether the name comes from a loop over the names of the same object. */
function isOwnName({ object, property }, source) {
  for (let around = property.parent; around; around = around.parent)
    if (
      around.type === 'ForInStatement' &&
      source.getText(around.right) === source.getText(object) &&
      around.left.declarations?.[0]?.id.name === property.name
    )
      return true;
  return false;
}

export const foreignNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Use ownEntry, a Map or tableOf: every object has a constructor.' },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    const typeOf = (node) => checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node));
    return {
      'MemberExpression[computed=true]'(node) {
        if (node.property.type === 'Literal' || isOwnName(node, context.sourceCode)) return;
        if (isAnyText(typeOf(node.property)) && isRecord(typeOf(node.object), checker))
          context.report({ node, messageId: 'bare' });
      },
    };
  },
};

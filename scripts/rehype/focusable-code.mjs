/** A rehype plugin: code blocks can be focused, so that a reader without a pointer can scroll what is wider than the column. */
export function focusableCode() {
  return (tree) => visit(tree);
}

function visit(node) {
  if (node.tagName === "pre") node.properties = {...node.properties, tabIndex: 0};
  node.children?.forEach(visit);
}

/**
 * The theme declares thousands of design tokens; the components we use read a few hundred of them.
 * This PostCSS plugin drops every custom property that no declaration reaches, however indirectly.
 * It runs inside the build, before file names get their hash.
 */
const uses = /var\(\s*(--[\w-]+)/g;

const reached = (root) => {
  const readsOf = new Map();
  const found = new Set();
  const queue = [];
  const reach = (name) => {
    if (!found.has(name)) {
      found.add(name);
      queue.push(name);
    }
  };

  root.walkDecls((declaration) => {
    const names = [...declaration.value.matchAll(uses)].map((match) => match[1]);
    if (declaration.prop.startsWith('--')) {
      readsOf.set(declaration.prop, [...(readsOf.get(declaration.prop) ?? []), ...names]);
    } else {
      names.forEach(reach);
    }
  });

  while (queue.length > 0) {
    (readsOf.get(queue.pop()) ?? []).forEach(reach);
  }

  return found;
};

export const purgeProperties = () => ({
  postcssPlugin: 'purge-properties',
  OnceExit(root) {
    const kept = reached(root);
    root.walkDecls(/^--/, (declaration) => {
      if (!kept.has(declaration.prop)) {
        declaration.remove();
      }
    });
    root.walkRules((rule) => {
      if (rule.nodes.length === 0) {
        rule.remove();
      }
    });
  },
});

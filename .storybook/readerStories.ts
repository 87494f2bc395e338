import { parseSync, type Plugin } from 'vite';

/**
 * Story files as readers get them. Play functions are tests: they would click, focus and reset the story in front of the reader, so
 * only the test runner gets them. “Show code” gets JSX with the names of the story file, not the numbers behind them, which
 * can be a megabyte.
 */
export function readerStories(): Plugin {
  return {
    name: 'neuroglow:reader-stories',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.stories\.tsx$/.test(id)) return null;
      return { code: forReaders(code, id), map: null };
    },
  };
}

/** A story file without play functions, with the code to show as a parameter of each story. */
export function forReaders(code: string, file: string): string {
  const { program } = parseSync(file, code);
  const text = ({ start, end }: Range): string => code.slice(start, end);
  const context = namesOf(program.body, text);
  const cuts: Range[] = [];
  const added: string[] = [];
  for (const statement of program.body) {
    const isStory = statement.type === 'ExportNamedDeclaration';
    const declaration = isStory ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      const value = init?.type === 'TSSatisfiesExpression' ? init.expression : init;
      if (id.type !== 'Identifier' || value?.type !== 'ObjectExpression') continue;
      if (!isStory && id.name !== 'meta') continue;
      const properties = new Set<string>();
      for (const property of value.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        properties.add(property.key.name);
        if (property.key.name === 'play') cuts.push({ start: property.start, end: afterComma(code, property.end) });
      }
      if (!isStory) continue;
      const shown = properties.has('render')
        ? withoutPlay(code, value, cuts)
        : element(context.component, argumentsOf(value.properties, text));
      added.push(sourceParameter(id.name, [...declarations(shown, context.declared), shown].join('\n')));
    }
  }
  let result = code;
  for (const { start, end } of cuts.toReversed()) result = result.slice(0, start) + result.slice(end);
  return [result, ...added].join('\n');
}

interface Range {
  readonly start: number;
  readonly end: number;
}

type Statement = ReturnType<typeof parseSync>['program']['body'][number];
type Member = Extract<
  Extract<Statement, { type: 'ExpressionStatement' }>['expression'],
  { type: 'ObjectExpression' }
>['properties'][number];
type Text = (range: Range) => string;

interface Names {
  readonly component: string;
  /** The statement that declares or imports each name at the top of the file. */
  readonly declared: ReadonlyMap<string, string>;
}

function namesOf(body: readonly Statement[], text: Text): Names {
  const declared = new Map<string, string>();
  let component = 'Component';
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      for (const { local } of statement.specifiers) declared.set(local.name, text(statement));
    }
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id } of statement.declarations) if (id.type === 'Identifier') declared.set(id.name, text(statement));
    component = /\bcomponent: (\w+)/.exec(text(statement))?.[1] ?? component;
  }
  return { component, declared };
}

function argumentsOf(members: readonly Member[], text: Text): readonly (readonly [string, string])[] {
  const args = members.find(
    (member) => member.type === 'Property' && member.key.type === 'Identifier' && member.key.name === 'args',
  );
  if (args?.type !== 'Property' || args.value.type !== 'ObjectExpression') return [];
  return args.value.properties.flatMap((member): (readonly [string, string])[] =>
    member.type === 'Property' ? [[text(member.key).replace(/^['"]|['"]$/g, ''), text(member.value)]] : [],
  );
}

function element(component: string, props: readonly (readonly [string, string])[]): string {
  const written = props.map(([name, value]) => {
    if (value === 'true') return name;
    const quoted = /^'([^'"\\\n]*)'$/.exec(value);
    return quoted ? `${name}="${quoted[1] ?? ''}"` : `${name}={${value.replaceAll(/\n {2}/g, '\n')}}`;
  });
  const line = `<${[component, ...written].join(' ')} />`;
  return line.length <= 80 && !line.includes('\n') ? line : `<${component}\n  ${written.join('\n  ')}\n/>`;
}

/** The declarations of the names that a snippet uses, in the order of the file; long ones stay in the story file. */
function declarations(snippet: string, declared: ReadonlyMap<string, string>): string[] {
  const used = [...declared].filter(
    ([name, statement]) => statement.length < 1_000 && new RegExp(`\\b${name}\\b`).test(snippet),
  );
  return [...new Set(used.map(([, statement]) => statement))];
}

function withoutPlay(code: string, story: Range, cuts: readonly Range[]): string {
  const cut = cuts.find(({ start }) => start > story.start && start < story.end);
  const body = cut
    ? code.slice(story.start, cut.start).trimEnd() + code.slice(cut.end, story.end)
    : code.slice(story.start, story.end);
  return body.replace(/\s*\}$/, '\n}');
}

function sourceParameter(story: string, code: string): string {
  const source = `{ code: ${JSON.stringify(code)}, language: 'tsx', ...${story}.parameters?.docs?.source }`;
  return `${story}.parameters = { ...${story}.parameters, docs: { ...${story}.parameters?.docs, source: ${source} } };`;
}

function afterComma(code: string, end: number): number {
  return code[end] === ',' ? end + 1 : end;
}

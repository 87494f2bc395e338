import { type ReactElement, useState } from 'react';
import './code-sample.css';

const tokens =
  /(?<comment>\/\/.*)|(?<string>'[^'\n]*'|"[^"\n]*")|(?<keyword>\b(?:import|from|const|export|function|return|new)\b)|(?<name>\b[A-Z]\w*|\b\w+(?=\())|(?<number>\b\d[\d_.]*\b)/g;

/** Code with its words coloured, and a button to copy it. */
export function CodeSample({
  code,
  language,
}: {
  readonly code: string;
  readonly language: 'tsx' | 'sh';
}): ReactElement {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <div className="code-sample">
      <pre tabIndex={0}>
        <code>{language === 'tsx' ? colored(code) : code}</code>
      </pre>
      <button type="button" onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}

function colored(code: string): ReactElement[] {
  const parts: ReactElement[] = [];
  let end = 0;
  for (const match of code.matchAll(tokens)) {
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'name';
    parts.push(
      <span key={end}>{code.slice(end, match.index)}</span>,
      <span key={`t${String(match.index)}`} className={`code-sample__${kind}`}>
        {match[0]}
      </span>,
    );
    end = match.index + match[0].length;
  }
  return [...parts, <span key={end}>{code.slice(end)}</span>];
}

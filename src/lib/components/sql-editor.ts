/** The SQL editor, fetched by the explorer alone, once its page is there. */
import {
  autocompletion,
  type Completion,
  completionKeymap,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql, SQLDialect, type SQLNamespace } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { EDITEUR } from '../texte/explorer';
import type { ColonneDecrite, TableDecrite } from '../views/schema';

export interface SqlEditor {
  /** Replaces the text, unless it is the same. */
  write(texte: string): void;
  /** Marks the word at an index with what is wrong; null takes the mark away. */
  mark(fault: { readonly index: number; readonly message: string } | null): void;
  focus(): void;
  destroy(): void;
}

export interface EditorOptions {
  readonly parent: Element;
  readonly texte: string;
  readonly schema: readonly TableDecrite[];
  /** Accessible name, and id of what describes it. */
  readonly nom: string;
  readonly aide: string;
  readonly onChange: (texte: string) => void;
  readonly onRun: () => void;
}

/** What a reading statement is made of: a whole dialect would bury the columns under words that nobody needs. */
const DUCKDB = SQLDialect.define({
  keywords:
    'select from where group by all order having limit offset as distinct on using join left right full inner cross with recursive union intersect except values case when then else end and or not in is between like ilike exists filter over partition rows range preceding following current row unbounded asc desc nulls first last qualify window pivot unpivot describe summarize show tables',
  types: 'varchar integer bigint double decimal date boolean',
  builtin:
    'sum count avg min max median string_agg list round abs coalesce nullif cast year month date_trunc lower upper length trim replace concat contains starts_with row_number rank lag lead',
  doubleDollarQuotedStrings: true,
  charSetCasts: false,
});

const columnCompletion = ({ nom, titre, type, definition }: ColonneDecrite): Completion => ({
  label: nom,
  type: 'property',
  boost: 1,
  detail: type,
  info: `${titre} : ${definition}`,
});

/** Columns of the tables that a text names, or of all of them while it names none. */
function columnsNamed(schema: readonly TableDecrite[], texte: string): Completion[] {
  const words = new Set(texte.match(/\w+/g));
  const named = schema.filter(({ nom }) => words.has(nom));
  const colonnes = (named.length > 0 ? named : schema).flatMap((table) => table.colonnes);
  return [...new Map(colonnes.map((colonne) => [colonne.nom, columnCompletion(colonne)])).values()];
}

const completeColumns =
  (schema: readonly TableDecrite[]): CompletionSource =>
  (context) => {
    const word = context.matchBefore(/[.\w]*/);
    if (!word || word.text.includes('.') || (word.text === '' && !context.explicit)) return null;
    const options = columnsNamed(schema, context.state.doc.toString());
    return { from: word.from, options, validFor: /^\w*$/ };
  };

const namespaceOf = (schema: readonly TableDecrite[]): SQLNamespace =>
  Object.fromEntries(
    schema.map(({ nom, titre, colonnes }) => [
      nom,
      {
        self: { label: nom, type: 'type', detail: titre },
        children: colonnes.map(columnCompletion),
      },
    ]),
  );

/** Suggestions shown at once, so that their list does not scroll; arrows and typing reach the others. */
const OFFERED = 8;

const COULEURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--lien)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--alerte)' },
  { tag: [tags.comment], color: 'var(--texte-doux)', fontStyle: 'italic' },
  { tag: tags.standard(tags.name), color: 'var(--lien)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--alerte)' },
]);

const THEME = EditorView.theme({
  '&': { color: 'var(--texte)', backgroundColor: 'var(--fond)' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--texte)' },
  '.cm-content, .cm-gutter': { minHeight: '11.5rem' },
  '.cm-line': { padding: '0 0.6rem' },
  '.cm-gutters': {
    color: 'var(--texte-doux)',
    backgroundColor: 'var(--fond-doux)',
    borderRight: '1px solid var(--filet)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--enveloppe)',
    outline: '1px solid var(--enveloppe-bord)',
  },
  '.cm-tooltip': {
    color: 'var(--texte)',
    backgroundColor: 'var(--fond)',
    border: '1px solid var(--bord)',
    maxWidth: 'min(28rem, 92vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'inherit',
    maxWidth: '92vw',
    maxHeight: 'none',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { minHeight: '24px', lineHeight: '24px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--sur-accent)',
    backgroundColor: 'var(--accent)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
  '.cm-tooltip.cm-completionInfo': { padding: '0.4rem 0.6rem', lineHeight: '1.4' },
  // On a phone it would lie over the list.
  '@media (max-width: 40rem)': { '.cm-tooltip.cm-completionInfo': { display: 'none' } },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--alerte)',
    textUnderlineOffset: '0.25em',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--alerte)' },
});

/** The word, or the sign, that stands at an index. */
function wordAt(state: EditorState, index: number): { from: number; to: number } {
  const from = Math.min(index, state.doc.length);
  const word = state.wordAt(from);
  if (word) return { from: word.from, to: word.to };
  return { from, to: Math.min(from + 1, state.doc.length) };
}

export function createSqlEditor(options: EditorOptions): SqlEditor {
  const { parent, texte, schema, nom, aide, onChange, onRun } = options;
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: texte,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run, preventDefault: true }])),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        history(),
        lineNumbers(),
        bracketMatching(),
        sql({ dialect: DUCKDB, schema: namespaceOf(schema), upperCaseKeywords: true }),
        DUCKDB.language.data.of({ autocomplete: completeColumns(schema) }),
        autocompletion({ icons: false, maxRenderedOptions: OFFERED }),
        syntaxHighlighting(COULEURS),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': nom, 'aria-describedby': aide }),
        EditorState.phrases.of(EDITEUR),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
        THEME,
      ],
    }),
  });
  return {
    write(next) {
      if (next === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    mark(fault) {
      const found = fault
        ? [
            {
              ...wordAt(view.state, fault.index),
              severity: 'error',
              message: fault.message,
            } as const,
          ]
        : [];
      view.dispatch(setDiagnostics(view.state, found));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

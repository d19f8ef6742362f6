/** Budgets whose amounts do not agree, with each other or with the register. */
import type { LigneRemplie } from '../../forms/reponses';
import type { Copie } from './copie';
import { cents, champs, type Faute, geste, row, rows, seul } from './faute';
import { shortenSum, TOTAL, typeOver, writeUnder } from './gestes-excel';

const DEPENSES = 'Dépenses';
const FINANCEMENT = 'Financement';

/** So many cents more, or less, paid by the fund on the first line. */
const paidMore = (amount: bigint) =>
  row('depenses', 0, (l) => ({
    ...l,
    reel: cents(l, 'reel') + amount,
    paye: cents(l, 'paye') + amount,
  }));

/** The Word form says what the budget says. */
const toldToo = (amount: bigint) => (copie: Copie) =>
  champs({ depense: (copie.reponses.champs['depense'] as bigint) + amount })(copie);

/** To the thousand dollars below, as people remember it. */
const rounded = (amount: bigint): bigint => amount - (amount % 100_000n);

/** What was paid in the first days of the exercice was told in the one before. */
const lastPaymentOnly = (copie: Copie): Copie => {
  const recu = BigInt(copie.tranche.versements.at(-1)?.cents ?? 0);
  return row('financement', 0, (l) => ({ ...l, recu }))(copie);
};

const ADMINISTRATION = 6;

/** A part of the first line is put under administration. */
function heavier(lignes: readonly LigneRemplie[]): LigneRemplie[] {
  const [first] = lignes;
  const moved = first ? cents(first, 'paye') / 4n : 0n;
  const shift = (l: LigneRemplie, amount: bigint) => ({
    ...l,
    reel: cents(l, 'reel') + amount,
    paye: cents(l, 'paye') + amount,
  });
  return lignes.map((l, i) => {
    if (i === 0) return shift(l, -moved);
    return i === ADMINISTRATION ? shift(l, moved) : l;
  });
}

/** Spent once the taxes are taken back, while the fund is charged the whole. */
const beforeTaxes = row('depenses', 3, (l) => ({ ...l, reel: (cents(l, 'paye') * 87n) / 100n }));

/** Two digits of the dollars, the other way round. */
function transposed(amount: bigint): bigint {
  const digits = [...String(amount)];
  const [a = '0', b = '0'] = digits.splice(1, 2);
  digits.splice(1, 0, ...(a === b ? [String((Number(a) + 3) % 10), b] : [b, a]));
  return BigInt(digits.join(''));
}

const misread = (copie: Copie): Copie =>
  champs({ depense: transposed(copie.reponses.champs['depense'] as bigint) })(copie);

type Ecart = Omit<Faute, 'partie'> & { readonly partie?: Faute['partie'] };

/** Changes of money that both parts of a report tell. */
const both = (amount: bigint, explication?: string) => ({
  fait: seul(
    paidMore(amount),
    champs(explication === undefined ? {} : { explication_solde: explication }),
  ),
  aussi: toldToo(amount),
});

const FAUTES: readonly Ecart[] = [
  {
    regle: 'formule-ecrasee',
    reddition: 'P19-087/2023-2024',
    lieu: [DEPENSES, `D${TOTAL}`],
    fait: seul(geste(typeOver('D'))),
  },
  {
    regle: 'budget-total-ecart',
    reddition: 'P19-088/2023-2024',
    lieu: [DEPENSES, `C${TOTAL}`],
    fait: seul(geste(shortenSum('C', 12))),
  },
  {
    regle: 'reponse-hors-case',
    reddition: 'P19-086/2023-2024',
    lieu: [DEPENSES, `A${TOTAL + 2}`],
    fait: seul(geste(writeUnder('Facture du traiteur à venir : 385,40 $'))),
  },
  {
    regle: 'bilan-budget-ecart',
    reddition: 'P24-012/2025-2026',
    partie: 'bilan',
    lieu: ['Écarts et suite', 'G6'],
    fait: seul(misread),
  },
  {
    regle: 'budget-octroi-ecart',
    reddition: 'P24-008/2025-2026',
    lieu: [FINANCEMENT, 'D8'],
    fait: seul(
      row('financement', 0, (l) => {
        const amount = rounded(cents(l, 'confirme'));
        return { ...l, prevu: amount, confirme: amount };
      }),
    ),
  },
  {
    regle: 'budget-versement-ecart',
    reddition: 'P19-089/2023-2024',
    lieu: [FINANCEMENT, 'E8'],
    fait: seul(lastPaymentOnly),
  },
  {
    regle: 'depense-depasse-accorde',
    reddition: 'P19-049/2023-2024',
    lieu: [DEPENSES, 'E8'],
    ...both(212_485n),
  },
  {
    regle: 'paye-depasse-depense',
    reddition: 'P19-101/2023-2024',
    lieu: [DEPENSES, 'E11'],
    fait: seul(beforeTaxes),
  },
  {
    regle: 'solde-non-depense',
    reddition: 'P19-110/2023-2024',
    lieu: [DEPENSES, 'E8'],
    ...both(-184_237n, 'Nous la retournerons dès que vous nous direz comment.'),
  },
  {
    regle: 'solde-non-depense',
    reddition: 'P19-111/2023-2024',
    lieu: [DEPENSES, 'E8'],
    ...both(-61_050n, 'Nous proposons de la garder pour les réparations du véhicule.'),
  },
  {
    regle: 'solde-debut-ecart',
    reddition: 'P19-099/2023-2024',
    lieu: ['Sommaire', 'B8'],
    fait: seul((copie) =>
      champs({ solde_debut: (copie.reponses.champs['solde_debut'] as bigint) + 45_000n })(copie),
    ),
  },
  {
    regle: 'administration-elevee',
    reddition: 'P24-010/2024-2025',
    lieu: [DEPENSES, 'E14'],
    fait: seul(rows('depenses', heavier)),
  },
];

export const FAUTES_BUDGETS: readonly Faute[] = FAUTES.map((f) => ({ partie: 'budget', ...f }));

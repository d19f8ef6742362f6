/** Answers of the Word form that are missing, out of place or unlikely. */
import type { Copie } from './copie';
import { champs, type Faute, geste, row, rows, seul } from './faute';
import {
  deleteQuestion,
  pasteImage,
  pasteQuestion,
  repeatQuestion,
  trackChange,
  writeOutside,
} from './gestes-word';

const retitled = (copie: Copie): Copie => {
  const { identite } = copie.dossier;
  const titre = `${identite['titre'] ?? ''} (deuxième année)`;
  return { ...copie, dossier: { ...copie.dossier, identite: { ...identite, titre } } };
};

const count = (copie: Copie, id: string): number => Number(copie.reponses.champs[id]);

/** More people in poverty than people. */
const swapped = (copie: Copie): Copie =>
  champs({ personnes_pauvrete: count(copie, 'personnes') + 14 })(copie);

const withPhone = (copie: Copie): Copie => {
  const noms = copie.reponses.champs['partenaires_noms'] as string;
  return champs({ partenaires_noms: `${noms} (pour les joindre : 999 555-0142)` })(copie);
};

type SansPartie = Omit<Faute, 'partie'>;

const FAUTES: readonly SansPartie[] = [
  {
    regle: 'question-absente',
    reddition: 'P19-090/2023-2024',
    lieu: ['Partenaires et participation', 'F3'],
    fait: seul(geste(deleteQuestion('F3'))),
  },
  {
    regle: 'question-double',
    reddition: 'P19-091/2023-2024',
    lieu: ['Écarts et suite', 'G1'],
    fait: seul(geste(repeatQuestion('G1'))),
  },
  {
    regle: 'question-inconnue',
    reddition: 'P19-093/2023-2024',
    lieu: [null, 'F4'],
    fait: seul(
      geste(pasteQuestion('F1', 'F4', 'Nombre d’heures de bénévolat', 'Nombre de partenaires')),
    ),
  },
  {
    regle: 'reponse-requise-absente',
    reddition: 'P24-002/2025-2026',
    lieu: ['Personnes rejointes', 'C1'],
    effet: 'manque',
    fait: seul(champs({ participations: null })),
  },
  {
    regle: 'reponse-requise-absente',
    reddition: 'P24-013/2025-2026',
    lieu: ['Objectifs du fonds', 'E1'],
    effet: 'manque',
    fait: seul(champs({ objectifs: null })),
  },
  {
    regle: 'reponse-hors-case',
    reddition: 'P19-085/2023-2024',
    lieu: ['Résultats', 'D1'],
    fait: seul(
      geste(
        writeOutside(
          '5. Objectifs du fonds',
          'Nous avons aussi tenu deux rencontres qui ne sont pas dans le tableau.',
        ),
      ),
    ),
  },
  {
    regle: 'reponse-image',
    reddition: 'P19-082/2023-2024',
    lieu: ['Écarts et suite', 'G3'],
    fait: seul(champs({ apprentissages: null }), geste(pasteImage('G3'))),
  },
  {
    regle: 'reponse-suivi',
    reddition: 'P24-006/2025-2026',
    lieu: ['Écarts et suite', 'G4'],
    fait: seul(
      geste(trackChange('G4', 'Le conseil confirme que le projet continue une autre année.')),
    ),
  },
  {
    regle: 'reponse-illisible',
    reddition: 'P24-008/2024-2025',
    lieu: ['Personnes rejointes', 'C3'],
    fait: seul(champs({ personnes_pauvrete: 'environ 20' })),
  },
  {
    regle: 'reponse-en-lettres',
    reddition: 'P24-022/2025-2026',
    lieu: ['Partenaires et participation', 'F1'],
    fait: seul(champs({ partenaires: 'une dizaine' })),
  },
  {
    regle: 'identite-modifiee',
    reddition: 'P19-071/2023-2024',
    lieu: ['Identification', 'A2'],
    fait: seul(retitled),
  },
  {
    regle: 'declaration-absente',
    reddition: 'P19-098/2023-2024',
    lieu: ['Déclaration', 'I1'],
    effet: 'manque',
    fait: seul(champs({ declarant: null, date_declaration: null })),
  },
  {
    regle: 'temoignage-sans-consentement',
    reddition: 'P24-001/2025-2026',
    lieu: ['Témoignage', 'H1'],
    fait: seul(champs({ consentement: false })),
  },
  {
    regle: 'temoignage-sans-consentement',
    reddition: 'P19-058/2023-2024',
    lieu: ['Témoignage', 'H1'],
    fait: seul(champs({ consentement: null })),
  },
  {
    regle: 'temoignage-sans-consentement',
    reddition: 'P19-010/2020-2021',
    lieu: ['Témoignage', 'H1'],
    fait: seul(champs({ consentement: false })),
  },
  {
    regle: 'renseignement-personnel-reddition',
    reddition: 'P24-015/2025-2026',
    lieu: ['Témoignage', 'H1'],
    fait: seul(
      champs({
        temoignage:
          'Mme L. est venue visiter le logement avec moi, et elle a vu ce que je ne voyais pas.',
        consentement: true,
      }),
    ),
  },
  {
    regle: 'renseignement-personnel-reddition',
    reddition: 'P19-103/2023-2024',
    lieu: ['Partenaires et participation', 'F2'],
    fait: seul(withPhone),
  },
  {
    regle: 'activite-sans-personnes',
    reddition: 'P19-095/2023-2024',
    lieu: ['Personnes rejointes', 'C1'],
    fait: seul(
      champs({
        ...{ participations: 0, personnes: 0, personnes_pauvrete: null, enfants: null },
        ...{ jeunes: null, adultes: null, aines: null, familles: null },
        ...{ immigrantes: null, premieres_nations: null },
      }),
    ),
  },
  {
    regle: 'pauvrete-depasse-personnes',
    reddition: 'P19-094/2023-2024',
    lieu: ['Personnes rejointes', 'C3'],
    fait: seul(swapped),
  },
  {
    regle: 'cible-sans-resultat',
    reddition: 'P19-096/2023-2024',
    lieu: ['Résultats', 'D1'],
    fait: seul(rows('indicateurs', (lignes) => lignes.slice(0, -1))),
  },
  {
    regle: 'indicateur-inconnu',
    reddition: 'P19-097/2023-2024',
    lieu: ['Résultats', 'D1'],
    fait: seul(row('indicateurs', 0, (l) => ({ ...l, cible: Number(l['cible']) + 50 }))),
  },
];

export const FAUTES_REPONSES: readonly Faute[] = FAUTES.map((f) => ({ ...f, partie: 'bilan' }));

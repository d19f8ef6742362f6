/** Sentences of what is granted for each inhabitant. */
import { formatNombre, joinListe, majuscule } from '../format';

export const HABITANTS = {
  legende: 'Accordé par habitant, par MRC',
  sousTitre: (annees: readonly number[]) =>
    `En dollars accordés par personne${annees.length === 0 ? '' : `, population de ${joinListe(annees.map(String))}`}`,
  titre: (borne: boolean, premier: string, plus: string, dernier: string, moins: string) =>
    `${borne ? 'Selon les sommes connues, ' : ''}${premier} reçoit le plus par habitant, ${plus} ; ${dernier} le moins, ${moins}.`,
  un: (nom: string, montant: string) => `${nom} : ${montant} par habitant.`,
  pasUneMrc: 'Ce territoire n’est pas une MRC : aucune population ne lui est rattachée.',
  parHabitant: 'Par habitant',
  parFaibleRevenu: 'Par personne à faible revenu',
  habitants: (n: number) => `${formatNombre(n)} habitants`,
  personnes: (n: number) => `${formatNombre(n)} personnes`,
  ensemble: 'Ensemble de ces MRC',
  absente: 'donnée absente',
  colonnes: {
    population: 'Population',
    annee: 'Année',
    parHabitant: 'Accordé par habitant',
    faibleRevenu: 'Personnes à faible revenu',
    parFaibleRevenu: 'Accordé par personne à faible revenu',
  },
  horsMrc: (montant: string) =>
    `${majuscule(montant)} accordés au régional, hors MRC ou sans ventilation ne sont répartis dans aucune MRC.`,
  sansPopulation: (noms: readonly string[]) =>
    `Population de ${joinListe(noms)} : donnée absente, aucune source lue ne la donne.`,
  sansFaibleRevenu: (noms: readonly string[] | null) =>
    `Personnes à faible revenu${noms === null ? '' : ` de ${joinListe(noms)}`} : donnée absente, aucune source lue ne la donne.`,
  definition:
    'Accordé par habitant = accordé aux projets qui servent la MRC ÷ sa population. Les sommes sont celles de tous les exercices montrés, et non d’une seule année.',
} as const;

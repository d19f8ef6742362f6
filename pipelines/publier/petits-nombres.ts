/** Small numbers that are hidden stay hidden: what is published is attacked with a solver. */
import path from 'node:path';
import type { Attaque } from '../attaque/index';
import { dollars } from '../lib/dollars';
import { readHistorique } from '../lib/historique';
import type { Controle } from './publiable';

const FONDS = /^donnees\/([^/]+)\/public\/comptes_personnes\.parquet$/;

const TABLES: Readonly<Record<string, string>> = {
  demandes: 'comptes_demandes',
  redditions: 'comptes_redditions',
  depenses: 'totaux_depenses et bilans_cycles',
  financements: 'totaux_financements',
  retards: 'comptes_redditions',
};

/** A cell, with the tables that tell it; a question about people has its own name. */
function placeOf(nom: string): string {
  const [kind = ''] = nom.split('/');
  return `${TABLES[kind] ?? 'comptes_personnes et totaux_reponses'}, ${nom}`;
}

/** What an attack found, in French, one line a cell. */
export const sayAttaque = ({
  percees,
  argent,
  absents,
  retards,
  contredites,
}: Attaque): string[] => [
  ...percees.map(({ nom, min, max }) => `${placeOf(nom)} : se calcule, entre ${min} et ${max}.`),
  ...argent.map(
    ({ nom, min, max }) =>
      `${placeOf(nom)} : peut être l’argent d’un ou deux projets, et se calcule, entre ${dollars(BigInt(min))} et ${dollars(BigInt(max))}.`,
  ),
  ...absents.map(
    ({ nom, projets }) =>
      `${placeOf(nom)} : dit que le budget manque pour ${projets.join(' et ')}.`,
  ),
  ...retards.map(
    (nom) => `comptes_redditions, ${nom} : se sait en retard, rien d’autre n’étant possible.`,
  ),
  ...contredites.map((nom) => `${placeOf(nom)} : les sommes publiées se contredisent.`),
];

export const petitsNombres: Controle = {
  nom: 'petits nombres à l’abri du calcul',
  async check({ racine, dossier, fichiers }) {
    // The solver is heavy, and what says its findings does without it.
    const { attack } = await import('../attaque/index');
    const fonds = fichiers.flatMap((fichier) => FONDS.exec(fichier)?.[1] ?? []);
    const defauts: string[] = [];
    for (const id of fonds) {
      const historique = await readHistorique(path.join(racine, 'data', id), id);
      const found = await attack(
        path.join(dossier, 'donnees', id, 'public'),
        historique.map((publication) => publication.dossier),
      );
      defauts.push(...sayAttaque(found).map((ligne) => `${id} : ${ligne}`));
    }
    return defauts;
  },
};

/** What is checked before publishing; that no finding blocks is known from the pipeline, which then stops. */
import { editions } from './editions';
import { liens } from './liens';
import { personnes } from './personnes';
import { petitsNombres } from './petits-nombres';
import { politique } from './politique';
import type { Controle, Publiable } from './publiable';
import { secrets } from './secrets';
import { suivi } from './suivi';
import { tiers } from './tiers';

export const CONTROLES: readonly Controle[] = [
  editions,
  petitsNombres,
  personnes,
  secrets,
  suivi,
  politique,
  tiers,
  liens,
];

/** Of a long list, enough to see what it is about. */
const MONTRES = 10;

/** Runs every check and says what each found; whether all is well. */
export async function checkSite(site: Publiable, say: (line: string) => void): Promise<boolean> {
  let well = true;
  for (const { nom, check } of CONTROLES) {
    const defauts = await check(site);
    say(`  ${defauts.length === 0 ? '✓' : '✗'} ${nom}`);
    for (const defaut of defauts.slice(0, MONTRES)) say(`      ${defaut}`);
    if (defauts.length > MONTRES) say(`      … et ${defauts.length - MONTRES} autres.`);
    well &&= defauts.length === 0;
  }
  return well;
}

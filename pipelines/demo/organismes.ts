/** Organisations of La Brunante. Not one of them exists. */
import { MUNICIPALITES } from './lieux';

export interface Organisme {
  readonly id: string;
  readonly nom: string;
  readonly municipalite: string;
  /** Where it has its seat. */
  readonly territoire: string;
  /** What it works on: regional priorities for an organisation of the whole region. */
  readonly priorites: readonly string[];
}

type Fiche = readonly [nom: string, municipalite: string, ...priorites: string[]];

const ALIMENTATION = 'securite-alimentaire';
const LOGEMENT = 'logement';
const TRANSPORT = 'transport';
const REUSSITE = 'reussite-educative';
const EMPLOI = 'emploi';
const AINES = 'aines';
const ISOLEMENT = 'isolement';
const CONCERTATION = 'concertation';
const SERVICES = 'services';
const LITTERATIE = 'litteratie';
const ITINERANCE = 'itinerance';
const PARTICIPATION = 'participation';

const FICHES: readonly Fiche[] = [
  ['Cuisine collective Le Chaudron d’Ombreval', 'Ombreval', ALIMENTATION, ISOLEMENT],
  ['Maison des familles de Grisombre', 'Ombreval', REUSSITE, ISOLEMENT],
  ['Coopérative d’habitation Les Lucarnes grises', 'Ombreval', LOGEMENT, ISOLEMENT],
  ['Le Relais des aînés de Noirgivre', 'Noirgivre', AINES, TRANSPORT],
  ['L’Établi de Noirgivre, entreprise d’insertion', 'Noirgivre', EMPLOI, LOGEMENT],
  ['Municipalité de Lac-Pénombre', 'Lac-Pénombre', TRANSPORT, AINES, ISOLEMENT],
  ['Carrefour jeunesse La Pénombrette', 'Lac-Pénombre', EMPLOI, REUSSITE],
  ['Grenier alimentaire de Lac-Pénombre', 'Lac-Pénombre', ALIMENTATION, AINES],

  ['Comptoir alimentaire La Besace à plumes', 'Plumefontaine', ALIMENTATION, ISOLEMENT],
  ['MRC de Haute-Sarcelle', 'Plumefontaine', TRANSPORT, LOGEMENT],
  ['Centre d’action bénévole de Plumefontaine', 'Plumefontaine', AINES, TRANSPORT],
  ['Office d’habitation de Haute-Sarcelle', 'Plumefontaine', LOGEMENT, AINES],
  ['Maison de la famille Les Oisillons de Lac-Duvet', 'Lac-Duvet', REUSSITE, ISOLEMENT],
  ['Jardins partagés de Lac-Duvet', 'Lac-Duvet', ALIMENTATION, EMPLOI],
  ['Les Ateliers sarcellois', 'Ailleroche', EMPLOI, REUSSITE],
  ['Club de l’âge d’or d’Ailleroche', 'Ailleroche', AINES, ISOLEMENT],

  ['Le Garde-manger de Rochecendre', 'Rochecendre', ALIMENTATION, ISOLEMENT],
  ['Logis Cendrée, ressource en habitation', 'Rochecendre', LOGEMENT, ISOLEMENT],
  ['La Forge cendrée, carrefour d’emploi', 'Rochecendre', EMPLOI, REUSSITE],
  ['Terre d’ailleurs, groupe d’accueil de La Cendrée', 'Rochecendre', EMPLOI, ISOLEMENT],
  ['Service d’entraide de Mont-Tison', 'Mont-Tison', ALIMENTATION, AINES, TRANSPORT],
  ['Centre de la petite enfance La Braisette', 'Braisemont', REUSSITE],
  ['Popote et compagnie de Braisemont', 'Braisemont', AINES, ALIMENTATION],
  ['Transport collectif de La Cendrée', 'Fumerolles', TRANSPORT],
  ['Maison des jeunes de Fumerolles', 'Fumerolles', REUSSITE, ISOLEMENT, LOGEMENT],

  ['La Table perlée, cuisine populaire', 'Port-Nacre', ALIMENTATION, ISOLEMENT],
  ['Le Phare des familles de Port-Nacre', 'Port-Nacre', REUSSITE, ISOLEMENT],
  ['Chantier-école Les Gréements', 'Port-Nacre', EMPLOI, REUSSITE],
  ['Ville de Port-Nacre', 'Port-Nacre', LOGEMENT, TRANSPORT, ISOLEMENT],
  ['Épicerie solidaire Le Panier de Coquillane', 'Coquillane', ALIMENTATION, EMPLOI],
  ['Bénévoles réunis de Coquillane', 'Coquillane', AINES, ISOLEMENT],
  ['Habitations La Vigie opaline', 'Pointe-Opaline', LOGEMENT, AINES],
  ['Taxi-partage de L’Anse-Perlée', 'Gravelune', TRANSPORT],
  ['Bibliothèque citoyenne de Gravelune', 'Gravelune', REUSSITE, ISOLEMENT],

  ['Entraide Bellefougère', 'Bellefougère', ALIMENTATION, AINES],
  ['Toits et voisinage de Bellefougère', 'Bellefougère', LOGEMENT, ISOLEMENT],
  ['MRC des Linaigrettes', 'Bellefougère', LOGEMENT, TRANSPORT, AINES],
  ['Le Nichoir aux Linottes, ressource pour aînés', 'Lac-aux-Linottes', AINES, ISOLEMENT],
  ['Maison familiale de Pont-Volière', 'Pont-Volière', REUSSITE, ISOLEMENT],
  ['Réseau de covoiturage des Linaigrettes', 'Pont-Volière', TRANSPORT],
  ['Ferme communautaire de Tourbeclair', 'Tourbeclair', ALIMENTATION, EMPLOI],
  ['Atelier de couture Fil de tourbe', 'Tourbeclair', EMPLOI, REUSSITE],

  ['Banque alimentaire de Vaubrume', 'Brumelieu', ALIMENTATION, ISOLEMENT],
  ['Centre de ressources familiales La Girouette', 'Brumelieu', REUSSITE, ISOLEMENT],
  ['Emploi-Passerelle de Vaubrume', 'Brumelieu', EMPLOI, REUSSITE],
  ['Comité logement de Brumelieu', 'Brumelieu', LOGEMENT, ISOLEMENT],
  ['Ville de Brumelieu', 'Brumelieu', TRANSPORT, LOGEMENT, ISOLEMENT],
  ['Cafétéria populaire Le Bouillon d’Embrun', 'Pont-Embrun', ALIMENTATION, EMPLOI],
  ['Navette solidaire de Pont-Embrun', 'Pont-Embrun', TRANSPORT, AINES],
  ['Association des aînés de Bruinemont', 'Bruinemont', AINES, ISOLEMENT],
  ['Jardin nourricier de Bruinemont', 'Bruinemont', ALIMENTATION, REUSSITE],
  ['Coopérative de solidarité Mirage-Logis', 'Valmirage', LOGEMENT, AINES],
  ['Maison des jeunes Le Brouillard de Valmirage', 'Valmirage', REUSSITE, EMPLOI],

  ['Table brunantaise de lutte contre la pauvreté', 'Brumelieu', CONCERTATION, PARTICIPATION],
  ['Alpha-Brunante, réseau d’alphabétisation', 'Brumelieu', LITTERATIE, PARTICIPATION],
  ['Réseau itinérance de la Brunante', 'Port-Nacre', ITINERANCE, SERVICES],
  ['Centre de santé communautaire de la Brunante', 'Rochecendre', SERVICES, ITINERANCE],
  ['Collectif citoyen Voix brunantaises', 'Bellefougère', PARTICIPATION, LITTERATIE],
  ['Observatoire social de la Brunante', 'Ombreval', CONCERTATION, SERVICES],
  ['Pôle d’entreprises solidaires de la Brunante', 'Pont-Embrun', CONCERTATION, LITTERATIE],

  ['Conseil communautaire de Port-Sourdine', 'Port-Sourdine', ALIMENTATION, LOGEMENT, TRANSPORT],
  ['Maison d’entraide de Sourdine-Nord', 'Sourdine-Nord', ISOLEMENT, AINES, REUSSITE],
];

export const ORGANISMES: readonly Organisme[] = FICHES.map(
  ([nom, municipalite, ...priorites], index) => ({
    id: `ORG-${String(index + 1).padStart(3, '0')}`,
    nom,
    municipalite,
    territoire: MUNICIPALITES[municipalite] ?? '',
    priorites,
  }),
);

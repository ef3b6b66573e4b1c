/**
 * What the corpus is written with, by language. `{t}` is one tool, `{l}` a list of two to five. Fillers name none:
 * most of an ad is about something else, and that is what a scanner spends its time on.
 */

const en = {
  titles: [
    "Machine Learning Engineer",
    "Senior Platform Engineer",
    "Data Engineer (m/f/d)",
    "Site Reliability Engineer II",
    "Lead Data Scientist, Pricing",
    "Backend Engineer – Payments",
    "Staff Engineer, Model Serving",
    "Cloud Engineer",
    "Analytics Engineer (part-time possible)",
    "Software Engineer in Test",
    "Engineering Manager, Search",
    "Research Engineer",
  ],
  headings: {
    about: ["About us", "Who we are", "About the company"],
    tasks: ["What you'll do", "Responsibilities", "Your role", "The job"],
    must: [
      "Requirements",
      "What you bring",
      "Qualifications",
      "What we're looking for",
      "Minimum qualifications",
    ],
    nice: ["Nice to have", "Bonus points", "Preferred qualifications"],
    stack: ["Our tech stack", "Tools we work with"],
    offer: ["What we offer", "Benefits", "Perks"],
    legal: ["Equal opportunity", "A note on privacy"],
  },
  must: [
    "{n}+ years of experience with {t}",
    "Strong hands-on knowledge of {l}",
    "You have shipped production services with {t} and know where they break",
    "Solid understanding of {t}; {t} is a plus",
    "Proficiency in {l}",
    "Must have: {l}",
    "Expert in {t}, with a good grasp of {t}",
    "Experience with at least one of {l}",
    "Familiarity with {t} or similar",
    "You read {t} fluently and write it with care",
    "Proven experience running {t} in production, ideally together with {t}",
    "Working knowledge of {l} is required",
  ],
  nice: [
    "Experience with {t} is a plus",
    "Ideally you have seen {l} in anger",
    "Exposure to {t}",
    "Bonus for contributions to {t} or {t}",
    "{t} would be nice, but we are happy to teach you",
    "Some knowledge of {t} (not required)",
  ],
  tasks: [
    "Build and run services with {l} for a dozen internal teams",
    "Move our nightly jobs from {t} to {t} without anybody noticing",
    "Keep {t} healthy, upgraded and affordable",
    "Design pipelines on {t} that a colleague can debug at three in the morning",
    "Introduce {t} where it helps and leave it out where it does not",
    "Work with analysts who live in {t} and engineers who prefer {t}",
  ],
  stack: [
    "{l}",
    "We run on {t}, ship with {t} and watch everything in {t}.",
    "Day to day you will meet {l}.",
    "Data: {l}",
    "Backend: {l}",
  ],
  prose: [
    "In this position you will spend about half of your time with {t}, and the rest between {t} and conversations with the people who use it.",
    "We moved to {t} two years ago and have not looked back; some older parts still depend on {t}.",
    "You know your way around {l}, and you can explain the trade-offs to somebody who does not.",
    "Experience with {t} is essential. Knowledge of {t} is welcome.",
  ],
  filler: [
    "We are a team of forty people in two cities, and most of us have been here for longer than four years.",
    "Our customers are mid-sized manufacturers who would like to know on Monday what they will need on Friday.",
    "You take ownership of what you build, from the first sketch on a whiteboard to the call that wakes you up at night.",
    "We meet in person twice a year, once by the sea and once wherever the train tickets are cheapest.",
    "The salary for this role lies between 62,000 and 84,000 a year, depending on what you bring and where you live.",
    "Thirty days of paid leave, a budget for courses and books, and a bicycle if you want one.",
    "Decisions are written down, discussed in the open, and changed when they turn out to be wrong.",
    "You will report to the head of engineering and work side by side with two designers and a product manager.",
    "We welcome applications from people of every background and decide on the merits of each of them.",
    "Please send us a short letter and your résumé; there is no need for a photograph or your date of birth.",
    "The interview takes three conversations, none of them longer than an hour, and one small task that we pay for.",
    "Founded in a garage that really was one, the company has been profitable since its third year.",
    "You communicate clearly, ask when something is unclear, and tell people early when a date will slip.",
    "Our office is a ten-minute walk from the station, has a garden, and is empty on most Fridays.",
    "A degree in a technical field is useful but not decisive; what you have done counts for more.",
    "Your data is kept for six months after the process ends and is then deleted, as the law demands.",
    "We value calm over heroics, and we would rather remove a feature than support one that nobody uses.",
    "Health insurance is covered in full from the first day, for you and for the people who depend on you.",
    "The role can be done from anywhere within three hours of our own time zone, with a visit each quarter.",
    "Nobody here expects an answer in the evening, and the managers are asked not to write then either.",
    "You enjoy mentoring junior colleagues, reviewing their work kindly, and learning something in return.",
    "Last year we handled eleven million parcels, of which an embarrassing number went to the wrong depot.",
  ],
};

const de = {
  titles: [
    "Data Engineer (m/w/d)",
    "Softwareentwickler:in Plattform",
    "ML-Ingenieur:in",
    "Systemadministrator (w/m/d)",
  ],
  headings: {
    about: ["Über uns", "Wer wir sind"],
    tasks: ["Deine Aufgaben", "Ihre Aufgaben"],
    must: ["Dein Profil", "Ihr Profil", "Das bringst du mit", "Anforderungen"],
    nice: ["Von Vorteil", "Nice-to-have"],
    stack: ["Unser Stack", "Unsere Technologien"],
    offer: ["Wir bieten", "Das bieten wir dir"],
    legal: ["Datenschutz"],
  },
  must: [
    "Mehrjährige Erfahrung mit {t}",
    "Sehr gute Kenntnisse in {l}",
    "Du beherrschst {t} und hast {t} schon produktiv betrieben",
    "Sicherer Umgang mit {t}, idealerweise auch mit {t}",
    "Fundierte Kenntnisse in {t} oder {t} sind erforderlich",
  ],
  nice: [
    "{t} ist von Vorteil",
    "Idealerweise erste Erfahrung mit {l}",
    "Kenntnisse in {t} sind wünschenswert",
  ],
  tasks: [
    "Du entwickelst und betreibst Dienste mit {l}",
    "Du löst {t} schrittweise durch {t} ab",
    "Du baust Datenstrecken mit {t} und hältst sie am Laufen",
  ],
  stack: ["{l}", "Wir arbeiten täglich mit {l}."],
  prose: [
    "In dieser Rolle arbeitest du überwiegend mit {t}; Erfahrung mit {t} hilft dir in den ersten Wochen.",
    "Wir setzen auf {l} und entscheiden im Team, was als Nächstes dazukommt.",
  ],
  filler: [
    "Wir sind ein Familienunternehmen mit rund dreihundert Beschäftigten und zwei Standorten im Süden.",
    "Du arbeitest selbstständig, übernimmst gern Verantwortung und sprichst Probleme früh an.",
    "Dreißig Tage Urlaub, flexible Arbeitszeiten und ein Zuschuss zur Fahrkarte sind für uns selbstverständlich.",
    "Unsere Büros liegen zehn Minuten vom Bahnhof entfernt, und die Küche kocht jeden Mittag frisch.",
    "Bitte schick uns deinen Lebenslauf und ein paar Zeilen dazu, warum dich die Stelle interessiert.",
    "Wir freuen uns über Bewerbungen aller Menschen, unabhängig von Herkunft, Alter oder Geschlecht.",
    "Gute Deutschkenntnisse sind nötig, weil unsere Kundschaft selten Englisch spricht.",
    "Wir treffen uns zweimal im Jahr für drei Tage und planen gemeinsam, was wichtig wird.",
  ],
};

const fr = {
  titles: [
    "Ingénieur données (H/F)",
    "Développeuse ou développeur plateforme",
    "Ingénieur de fiabilité (F/H)",
  ],
  headings: {
    about: ["Qui sommes-nous ?", "À propos de nous"],
    tasks: ["Vos missions", "Missions"],
    must: ["Profil recherché", "Votre profil", "Compétences requises"],
    nice: ["Les plus", "Serait un plus"],
    stack: ["Environnement technique", "Stack technique"],
    offer: ["Ce que nous offrons", "Avantages"],
    legal: ["Protection des données"],
  },
  must: [
    "Une première expérience réussie avec {t}",
    "Bonne maîtrise de {l}",
    "Vous avez déjà exploité {t} en production et vous connaissez {t}",
    "Connaissance de {t} indispensable, {t} appréciée",
  ],
  nice: ["La connaissance de {t} serait un plus", "Idéalement, une expérience de {l}"],
  tasks: [
    "Concevoir et exploiter des services avec {l}",
    "Accompagner les équipes dans le passage de {t} à {t}",
    "Maintenir {t} et en maîtriser les coûts",
  ],
  stack: ["{l}", "Au quotidien : {l}."],
  prose: [
    "Vous travaillerez surtout avec {t}, et de temps en temps avec {t}.",
    "Nos équipes utilisent {l} et choisissent elles-mêmes ce qu'elles gardent.",
  ],
  filler: [
    "Nous sommes une équipe de vingt personnes installée près de la gare, dans d'anciens ateliers.",
    "Vous aimez travailler en équipe, vous savez dire non, et vous expliquez vos choix simplement.",
    "Deux jours de télétravail par semaine, des tickets restaurant et une mutuelle prise en charge en totalité.",
    "Le poste est à pourvoir dès que possible, en contrat à durée indéterminée.",
    "Merci de nous envoyer votre parcours en quelques lignes ; une photographie n'est pas nécessaire.",
    "Toutes les candidatures sont étudiées avec la même attention, sans distinction d'origine ni d'âge.",
    "L'entreprise a été fondée il y a douze ans et n'a jamais levé de fonds.",
  ],
};

/**
 * Parts that fillers are put together from, so that the corpus does not say the same few sentences again and again:
 * a scanner that learns twenty sentences by heart (as a processor's branch predictor does) would look too good.
 */
const PARTS = {
  en: [
    [
      ...[
        "Our colleagues",
        "The founders",
        "Most managers",
        "Several neighbours",
        "Your future teammates",
        "Both owners",
      ],
      ...[
        "The board",
        "Many of our suppliers",
        "Planners and buyers",
        "Our oldest customers",
        "The night shift",
      ],
      ...[
        "People in the warehouse",
        "Two former teachers",
        "Visitors from abroad",
        "The works council",
        "New starters",
      ],
    ],
    [
      ...[
        "appreciate",
        "look after",
        "quietly improve",
        "have always defended",
        "would never give up",
        "talk about",
      ],
      ...[
        "learn to love",
        "carefully maintain",
        "regularly question",
        "pay attention to",
        "still remember",
        "support",
      ],
      ...["have inherited", "keep an eye on", "once doubted", "take pride in", "plan to extend", "share"],
    ],
    [
      ...[
        "short meetings",
        "a friendly tone",
        "honest estimates",
        "reliable deliveries",
        "the weekly lunch",
        "good manners",
      ],
      ...[
        "an orderly handover",
        "generous deadlines",
        "clear writing",
        "the reading room",
        "flexible working hours",
      ],
      ...[
        "long-term partnerships",
        "careful preparation",
        "a modest budget",
        "fair contracts",
        "the training programme",
      ],
      ...["sustainable growth", "mutual respect", "sensible paperwork", "the summer party", "open feedback"],
    ],
    [
      ...[
        "in every season.",
        "across four countries.",
        "since the merger.",
        "without much noise.",
        "on quiet afternoons.",
      ],
      ...[
        "before anything else.",
        "for the benefit of patients.",
        "whatever the weather.",
        "together with the union.",
      ],
      ...[
        "and expect the same of you.",
        "because it saves everybody time.",
        "more than any bonus.",
        "at each site.",
      ],
      ...[
        "from the first week onwards.",
        "with remarkable patience.",
        "as the handbook recommends.",
        "year after year.",
      ],
    ],
  ],
  de: [
    [
      "Unsere Fachabteilung",
      "Die Geschäftsleitung",
      "Dein künftiges Team",
      "Jede Niederlassung",
      "Der Betriebsrat",
    ],
    ["schätzt", "fördert", "begleitet", "verantwortet", "hinterfragt", "unterstützt"],
    [
      ...["kurze Wege", "sorgfältige Übergaben", "verlässliche Absprachen", "regelmäßige Weiterbildung"],
      ...["nachhaltige Lösungen", "den offenen Austausch", "eine gründliche Einarbeitung"],
    ],
    [
      "seit vielen Jahren.",
      "an allen Standorten.",
      "mit viel Geduld.",
      "auch in schwierigen Zeiten.",
      "ohne große Worte.",
    ],
  ],
  fr: [
    ["La direction", "Notre équipe", "Chaque agence", "Le comité d'entreprise", "Votre responsable"],
    ["apprécie", "encourage", "défend", "prépare", "accompagne"],
    [
      ...["les réunions courtes", "une écriture soignée", "la formation continue", "des échanges sincères"],
      ...["les projets durables", "une bonne ambiance", "le respect des horaires"],
    ],
    [
      "depuis toujours.",
      "dans toutes nos villes.",
      "avec beaucoup de patience.",
      "même en été.",
      "sans faire de bruit.",
    ],
  ],
};

/** A sentence without a tool, put together from parts. */
export function composeFiller(language, random) {
  return PARTS[language].map((choices) => random.pick(choices)).join(" ");
}

export const LANGUAGES = { en, de, fr };
export const AND = { en: "and", de: "und", fr: "et" };
export const OR = { en: "or", de: "oder", fr: "ou" };
export const EMPLOYERS = [
  "Brightwater Logistics",
  "Hollenbeck & Sons",
  "Marlow Instruments",
  "Tannhof Energie",
  "Papeterie Lacombe",
  "Northgate Mutual",
  "Ostervik Shipping",
  "Quarrystone Health",
];
export const PLACES = [
  "Leeds",
  "Lyon",
  "Ulm",
  "Tucson",
  "Ghent",
  "Gdynia",
  "Porto",
  "Bergen",
  "Halifax",
  "Trieste",
];

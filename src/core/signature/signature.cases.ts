import type { ContactText } from './read-signature.ts';

/** Made-up signatures as people write them, with what somebody would read in them. Fields that are not named are empty. */
export const signatures: readonly [title: string, text: string, says: Partial<ContactText>][] = [
  [
    'one fact a line',
    'Met vriendelijke groet,\n\nMarieke van den Berg\nDirecteur\nBakkerij Smit B.V.\nDorpsstraat 12\n3512 AB Utrecht\nT 030 - 123 45 67\nM 06 - 12 34 56 78\nmarieke@bakkerijsmit.nl\nwww.bakkerijsmit.nl',
    {
      name: 'Marieke van den Berg',
      title: 'Directeur',
      organisation: 'Bakkerij Smit B.V.',
      phones: ['06 - 12 34 56 78', '030 - 123 45 67'],
      email: 'marieke@bakkerijsmit.nl',
      address: 'Dorpsstraat 12, 3512 AB Utrecht',
    },
  ],
  [
    'two facts a line, in English',
    'Kind regards,\n\nJohn Smith | Sales Manager\nAcme Solutions Ltd | 12 High Street | London SW1A 1AA\n+44 20 7946 0958 | john.smith@acme.co.uk',
    {
      name: 'John Smith',
      title: 'Sales Manager',
      organisation: 'Acme Solutions Ltd',
      phones: ['+44 20 7946 0958'],
      email: 'john.smith@acme.co.uk',
      address: '12 High Street, London SW1A 1AA',
    },
  ],
  [
    'the company first',
    'Groeten,\n\nInstallatiebedrijf De Vries\nPieter de Vries\nEigenaar\n0612345678\npieter@devries-installatie.nl',
    {
      name: 'Pieter de Vries',
      title: 'Eigenaar',
      organisation: 'Installatiebedrijf De Vries',
      phones: ['0612345678'],
      email: 'pieter@devries-installatie.nl',
    },
  ],
  ['a name and a number alone', 'gr. \nBram Bos\n06-12345678', { name: 'Bram Bos', phones: ['06-12345678'] }],
  [
    'a title with where',
    'Hartelijke groet,\nAnna Bakker\nAccountmanager bij Drukkerij Noord\nanna.bakker@drukkerijnoord.nl',
    {
      name: 'Anna Bakker',
      title: 'Accountmanager',
      organisation: 'Drukkerij Noord',
      email: 'anna.bakker@drukkerijnoord.nl',
    },
  ],
  [
    'numbers that are no telephone',
    'Jan Jansen\nJansen Techniek BV\nKvK 12345678 | BTW NL001234567B01\nIBAN NL91 ABNA 0417 1643 00\nTel: (010) 123 45 67',
    { name: 'Jan Jansen', organisation: 'Jansen Techniek BV', phones: ['(010) 123 45 67'] },
  ],
  [
    'a name behind the company, told by the address',
    'Zon & Zee Reizen\nSophie Mulder\ninfo: sophie@zonenzee.nl\nt. +31 (0)20 123 4567',
    {
      name: 'Sophie Mulder',
      organisation: 'Zon & Zee Reizen',
      email: 'sophie@zonenzee.nl',
      phones: ['+31 (0)20 123 4567'],
    },
  ],
  [
    'letters with marks, and a degree',
    'Best,\nJosé Fernández-Ruiz, MBA\nHead of Procurement\nCafé Solé\nM: +34 612 345 678',
    {
      name: 'José Fernández-Ruiz',
      title: 'Head of Procurement',
      organisation: 'Café Solé',
      phones: ['+34 612 345 678'],
    },
  ],
  [
    'a Belgian one',
    'Vriendelijke groeten,\nLien Peeters\nZaakvoerder\nPeeters Interieur bvba\nKerkstraat 5, B-9000 Gent\n+32 475 12 34 56',
    {
      name: 'Lien Peeters',
      title: 'Zaakvoerder',
      organisation: 'Peeters Interieur bvba',
      phones: ['+32 475 12 34 56'],
      address: 'Kerkstraat 5, B-9000 Gent',
    },
  ],
  [
    'stars and lines around it',
    '--\n*Tom Visser*\n_Projectleider_\n\nVisser Bouw\n——————\nM 06 11 22 33 44 • tom@visserbouw.nl',
    {
      name: 'Tom Visser',
      title: 'Projectleider',
      organisation: 'Visser Bouw',
      phones: ['06 11 22 33 44'],
      email: 'tom@visserbouw.nl',
    },
  ],
  [
    'quoted, with a disclaimer',
    '> Mvg\n> Karin Hendriks\n> Gemeente Zwolle\n> 038 498 1234\n> Dit e-mailbericht is vertrouwelijk en alleen bedoeld voor de geadresseerde.',
    { name: 'Karin Hendriks', organisation: 'Gemeente Zwolle', phones: ['038 498 1234'] },
  ],
  [
    'a profile and days of work',
    'Met zonnige groet,\nFatima el Amrani\nHR adviseur | Zorggroep Midden\nIk werk op maandag, dinsdag en donderdag\nhttps://www.linkedin.com/in/fatima-el-amrani\n+31 6 8765 4321',
    {
      name: 'Fatima el Amrani',
      title: 'HR adviseur',
      organisation: 'Zorggroep Midden',
      phones: ['+31 6 8765 4321'],
      linkedin: 'https://www.linkedin.com/in/fatima-el-amrani',
    },
  ],
  [
    'name and title on one line with a comma',
    'Regards,\nMary O’Brien, Founder\nGreen Fields Farming\nmary@greenfields.ie',
    { name: 'Mary O’Brien', title: 'Founder', organisation: 'Green Fields Farming', email: 'mary@greenfields.ie' },
  ],
  [
    'labels in words',
    'Telefoon: 0341-123456\nMobiel: 0653211234\nE-mail: k.dejong@kwekerijdejong.nl\nKees de Jong\nKwekerij de Jong',
    {
      name: 'Kees de Jong',
      organisation: 'Kwekerij de Jong',
      phones: ['0653211234', '0341-123456'],
      email: 'k.dejong@kwekerijdejong.nl',
    },
  ],
  [
    'a salutation',
    'Hoogachtend,\n\nmr. drs. Wouter van der Linden\nAdvocaat\nVan der Linden Advocaten\nHerengracht 100\n1015 BS  Amsterdam\nT: 020-1234567',
    {
      name: 'Wouter van der Linden',
      title: 'Advocaat',
      organisation: 'Van der Linden Advocaten',
      phones: ['020-1234567'],
      address: 'Herengracht 100, 1015 BS  Amsterdam',
    },
  ],
  [
    'a private address of mail',
    'Groetjes\nIngrid Kok\ningridkok@gmail.com',
    { name: 'Ingrid Kok', email: 'ingridkok@gmail.com' },
  ],
  [
    'pronouns, and a fax',
    'Cheers,\nSam Taylor (they/them)\nProduct Designer\nBright Studio\nPhone: +1 415 555 0134\nFax: +1 415 555 0135',
    { name: 'Sam Taylor', title: 'Product Designer', organisation: 'Bright Studio', phones: ['+1 415 555 0134'] },
  ],
  [
    'a post box',
    'Ruben Postma\nsenior inkoper\nNoorderlicht Energie N.V.\nPostbus 123\n9700 AC Groningen\nT +31 50 123 4567 | ruben.postma@noorderlicht.nl',
    {
      name: 'Ruben Postma',
      title: 'senior inkoper',
      organisation: 'Noorderlicht Energie N.V.',
      phones: ['+31 50 123 4567'],
      email: 'ruben.postma@noorderlicht.nl',
      address: 'Postbus 123, 9700 AC Groningen',
    },
  ],
  [
    'from a telephone',
    'Dank je!\nLotte\nVerzonden vanaf mijn iPhone\n+31612340000',
    { name: 'Lotte', phones: ['+31612340000'] },
  ],
  [
    'as Outlook writes links',
    'Eva Smits\nOffice Manager\nSmits & Zn\nT 073 612 34 56<tel:0736123456> | E eva@smitsenzn.nl<mailto:eva@smitsenzn.nl> | W www.smitsenzn.nl<https://www.smitsenzn.nl>',
    {
      name: 'Eva Smits',
      title: 'Office Manager',
      organisation: 'Smits & Zn',
      phones: ['073 612 34 56'],
      email: 'eva@smitsenzn.nl',
    },
  ],
  [
    'a company without a name of anybody',
    'Restaurant De Haven\nHavenkade 1, 1781 AB Den Helder\n0223 612345\ninfo@dehaven.nl',
    {
      organisation: 'Restaurant De Haven',
      phones: ['0223 612345'],
      email: 'info@dehaven.nl',
      address: 'Havenkade 1, 1781 AB Den Helder',
    },
  ],
  [
    'with tabs',
    'Gijs Vermeer\tDirector\nVermeer Group\nTel\t+31 (0)40 123 45 67\nMob\t+31 (0)6 12 34 56 78',
    {
      name: 'Gijs Vermeer',
      title: 'Director',
      organisation: 'Vermeer Group',
      phones: ['+31 (0)6 12 34 56 78', '+31 (0)40 123 45 67'],
    },
  ],
];

export type KnownSource =
  | 'hubspot'
  | 'pipedrive'
  | 'salesforce'
  | 'google'
  | 'outlook'
  | 'linkedin'
  | 'maven'
  | 'atomic';

/**
 * One program's export. `marks` are headers that tell it from others: so many (`atLeast`) must be there, `surely` always.
 * `fields` says what its columns are, the surest first where several are one field; `-` is left out. `closed`: an address book
 * or sample, where what is not listed is left out, whatever its name.
 */
export type ExportTable = {
  readonly source: KnownSource;
  readonly atLeast: number;
  readonly surely?: string;
  readonly closed: boolean;
  readonly marks: string;
  readonly fields: string;
};

/**
 * Headers as the programs write them: headers.json of the sample data, and code of others that reads them (November
 * 2025).
 */
export const exportTables: readonly ExportTable[] = [
  {
    source: 'hubspot',
    atLeast: 3,
    closed: false,
    marks: `
      Record ID, Deal Name, Deal Stage, Deal owner, Deal Type, Create Date, Last Activity Date, Associated Company,
        Associated Contact, Lifecycle Stage, Lead Status, Contact owner, Number of times contacted, Last Contacted,
        Number of Sales Activities, Marketing contact status, Original Source, Amount in company currency,
        Closed Lost Reason, Is Closed Won, Dealnaam, Dealfase, Eigenaar van deal, Aanmaakdatum`,
    fields: `
      externalId: Record ID, Deal ID
      title: Deal Name, Dealnaam
      state: Deal Stage, Lead Status, Dealfase
      value: Amount, Bedrag
      currency: Currency, Deal Currency
      closedOn: Close Date, Sluitingsdatum
      createdOn: Create Date, Aanmaakdatum
      last: Last Contacted, Last Activity Date
      next: Next Activity Date
      owner: Deal owner, Contact owner, Eigenaar van deal
      organisation: Associated Company, Company Name, Associated Company (Primary), Primary Associated Company
      name: Associated Contact
      firstName: First Name
      lastName: Last Name
      email: Email
      phone: Mobile Phone Number, Phone Number
      jobTitle: Job Title
      street: Street Address, Adres
      postcode: Postal Code, Postcode
      city: City, Plaats
      country: Country/Region, Country, Land/regio
      held: Number of times contacted
      saidNo: Closed Lost Reason
      won: Is Closed Won
      source: Original Source, Original Traffic Source, Lead source
      note: Deal Description, Associated Note, Next step, Message
      -: Lifecycle Stage, Pipeline, Deal Type, Is closed lost, Number of Sales Activities,
        Amount in company currency, Closed Won Reason, Marketing contact status, Associated Contact IDs,
        Associated Company IDs, Associated Deal, Priority, Days to close`,
  },
  {
    source: 'pipedrive',
    atLeast: 3,
    closed: false,
    marks: `
      Deal - Title, Deal - Value, Deal - Owner, Deal - Status, Deal - Stage, Deal - Organization,
        Deal - Contact person, Deal - Deal created, Deal - Won time, Deal - Lost time, Deal - Lost reason,
        Deal - ID, Person - Name, Person - Email - Work, Person - Phone - Work, Organization - Name,
        Deal - Pipeline, Deal - Label, Deal - Titel, Deal - Waarde, Deal - Eigenaar, Deal - Fase,
        Deal - Organisatie, Deal - Contactpersoon, Persoon - Naam, Persoon - E-mail - Werk, Organisatie - Naam`,
    fields: `
      externalId: Deal - ID, Deal - System ID
      title: Deal - Title, Deal - Titel
      value: Deal - Value, Deal - Waarde
      currency: Deal - Currency of Value, Deal - Currency, Deal - Valuta van waarde, Deal - Valuta
      state: Deal - Status
      owner: Deal - Owner, Deal - Eigenaar, Person - Owner
      organisation: Deal - Organization, Deal - Organisatie, Organization - Name, Person - Organization,
        Organisatie - Naam, Persoon - Organisatie
      name: Deal - Contact person, Deal - Contactpersoon, Person - Name, Persoon - Naam
      firstName: Person - First name, Persoon - Voornaam
      lastName: Person - Last name, Persoon - Achternaam
      email: Person - Email, Person - Email - Work, Person - Email - Home, Person - Email - Other,
        Persoon - E-mail, Persoon - E-mail - Werk, Persoon - E-mail - Thuis, Persoon - E-mail - Overig
      phone: Person - Phone - Mobile, Person - Phone, Person - Phone - Work, Person - Phone - Home,
        Person - Phone - Other, Persoon - Telefoon - Mobiel, Persoon - Telefoon, Persoon - Telefoon - Werk,
        Persoon - Telefoon - Thuis
      street: Person - Street/road name of Postal address, Organization - Street/road name of Address, Person - Postal address,
        Organization - Full/combined address of Address, Organization - Address, Organisatie - Straatnaam van Adres, Organisatie - Adres
      houseNumber: Person - House number of Postal address, Organization - House number of Address, Organisatie - Huisnummer van Adres
      postcode: Person - ZIP/Postal code of Postal address, Organization - ZIP/Postal code of Address, Organisatie - Postcode van Adres
      city: Person - City/town/village/locality of Postal address, Organization - City/town/village/locality of Address,
        Organisatie - Plaats van Adres
      country: Person - Country of Postal address, Organization - Country of Address, Organisatie - Land van Adres
      createdOn: Deal - Deal created, Deal - Creation date, Deal - Deal aangemaakt op, Deal - Deal aangemaakt
      closedOn: Deal - Deal closed on, Deal - Won time, Deal - Lost time, Deal - Deal gesloten op,
        Deal - Datum gewonnen, Deal - Datum verloren
      last: Deal - Last activity date, Deal - Datum laatste activiteit, Deal - Laatste activiteit
      next: Deal - Next activity date, Deal - Datum volgende activiteit, Deal - Volgende activiteit
      held: Deal - Done activities, Deal - Voltooide activiteiten
      saidNo: Deal - Lost reason, Deal - Verliesreden, Deal - Reden van verlies
      source: Deal - Source channel, Deal - Lead Source, Deal - Source, Deal - Bron
      note: Deal - Notes, Deal - Notities
      -: Deal - Stage, Deal - Fase, Deal - Pipeline, Deal - Pijplijn, Deal - Weighted value, Deal - Probability,
        Deal - Label, Deal - Update time, Deal - Expected close date, Deal - Total activities,
        Deal - Activities to do, Deal - Email messages count, Deal - Creator, Deal - Source origin,
        Deal - Organization ID, Deal - Contact person ID, Person - ID, Organization - ID,
        Deal - Last email received, Deal - Last email sent, Deal - Last stage change, Deal - Product name,
        Deal - Visible to`,
  },
  {
    source: 'salesforce',
    atLeast: 3,
    closed: false,
    marks: `
      Opportunity ID, Opportunity Name, Opportunity Owner, Account Name, Owner Role, Fiscal Period, Lead Owner,
        Lead ID, Company / Account, StageName, IsWon, IsClosed, IsDeleted, AccountId, OwnerId, Account ID,
        Probability (%), Forecast Category, Lead Score, Lead Source, Lead Status, Conversion Date,
        Opportunity Value, Converted Date`,
    fields: `
      externalId: Opportunity ID, Lead ID, Id
      title: Opportunity Name, Name
      organisation: Account Name, Company / Account, Company
      value: Amount, Opportunity Value, Total Amount
      currency: Amount Currency, CurrencyIsoCode, Total Amount Currency
      state: Stage, StageName, Lead Status, Status
      won: Won, IsWon
      closedOn: Close Date, Conversion Date, Converted Date
      createdOn: Created Date
      last: Last Activity, Last Activity Date
      owner: Opportunity Owner, Lead Owner
      source: Lead Source
      firstName: First Name
      lastName: Last Name
      name: Contact Name, Primary Contact
      email: Email
      phone: Mobile, Phone
      jobTitle: Title
      street: Mailing Street, Billing Street, Street
      postcode: Mailing Zip/Postal Code, Billing Zip/Postal Code, Zip/Postal Code, PostalCode
      city: Mailing City, Billing City, City
      country: Mailing Country, Billing Country, Country
      saidNo: Loss Reason, Closed Lost Reason, Reason Lost
      note: Description, Next Step, Opportunity Next Steps
      -: IsClosed, IsDeleted, Closed, Probability (%), Fiscal Period, Age, Owner Role, Type, Forecast Category,
        AccountId, OwnerId, Lead Score, Annual Revenue, Employees, Industry, Platform, Rating, Converted,
        Created By, Last Modified Date`,
  },
  {
    source: 'google',
    atLeast: 3,
    closed: true,
    marks: `
      Given Name, Family Name, Additional Name, Group Membership, E-mail 1 - Value, E-mail 1 - Type,
        E-mail 1 - Label, Phone 1 - Value, Phone 1 - Type, Phone 1 - Label, Organization Name, Organization Title,
        Organization 1 - Name, Yomi Name, Name Prefix, Name Suffix, Labels`,
    fields: `
      name: Name, File As
      firstName: Given Name, First Name
      lastName: Family Name, Last Name
      organisation: Organization Name, Organization 1 - Name
      jobTitle: Organization Title, Organization 1 - Title, Occupation
      note: Notes
      birthday: Birthday
      street: Address 1 - Street, Address 1 - Formatted
      postcode: Address 1 - Postal Code
      city: Address 1 - City
      country: Address 1 - Country
      email: E-mail 1 - Value, E-mail 2 - Value, E-mail 3 - Value
      phone: Phone 1 - Value, Phone 2 - Value, Phone 3 - Value, Phone 4 - Value`,
  },
  {
    source: 'outlook',
    atLeast: 4,
    closed: true,
    marks: `
      E-mail Address, Business Phone, Mobile Phone, Business Street, Home Phone, Company Main Phone,
        E-mail Display Name, E-mail Type, Job Title, Middle Name, Business Fax, Telefoon op werk, Mobiele telefoon,
        Werkadres straat, E-mailadres, Weergavenaam e-mail, Telefoon thuis`,
    fields: `
      firstName: First Name, Voornaam
      lastName: Last Name, Achternaam
      organisation: Company, Bedrijf
      jobTitle: Job Title, Functie
      email: E-mail Address, E-mail 2 Address, E-mail 3 Address, E-mailadres, E-mailadres 2, E-mailadres 3
      phone: Mobile Phone, Business Phone, Business Phone 2, Company Main Phone, Primary Phone, Home Phone,
        Home Phone 2, Other Phone, Mobiele telefoon, Telefoon op werk, Telefoon thuis
      source: Referred By
      street: Business Street, Werkadres straat
      postcode: Business Postal Code, Werkadres postcode
      city: Business City, Werkadres plaats
      country: Business Country/Region, Werkadres land/regio
      birthday: Birthday, Verjaardag
      anniversary: Anniversary, Speciale datum
      note: Notes, Notities`,
  },
  {
    source: 'linkedin',
    atLeast: 5,
    surely: 'connected on',
    closed: true,
    marks: `
      First Name, Last Name, URL, Email Address, Company, Position, Connected On`,
    fields: `
      firstName: First Name
      lastName: Last Name
      linkedin: URL
      email: Email Address
      organisation: Company
      jobTitle: Position
      createdOn: Connected On`,
  },
  {
    source: 'maven',
    atLeast: 6,
    surely: 'engage date',
    closed: true,
    marks: `
      opportunity_id, sales_agent, product, account, deal_stage, engage_date, close_date, close_value`,
    fields: `
      externalId: opportunity_id
      owner: sales_agent
      title: product
      organisation: account
      state: deal_stage
      createdOn: engage_date
      closedOn: close_date
      value: close_value`,
  },
  {
    source: 'atomic',
    atLeast: 5,
    surely: 'has newsletter',
    closed: true,
    marks: `
      first_name, last_name, gender, background, first_seen, last_seen, has_newsletter, tags, linkedin_url,
        email_work, phone_work`,
    fields: `
      externalId: id
      firstName: first_name
      lastName: last_name
      jobTitle: title
      note: background
      createdOn: first_seen
      last: last_seen
      state: status
      linkedin: linkedin_url
      organisation: company, company_name
      owner: sales
      email: email_work, email_home, email_other
      phone: phone_work, phone_home, phone_other`,
  },
];

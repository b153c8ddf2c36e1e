import type { KnownSource } from './export-tables.ts';
import type { ImportField } from './import-field.ts';
import { wordList } from './word-list.ts';

type KnownHeaders = {
  readonly source: KnownSource;
  readonly headers: readonly string[];
  /** Some of the headers and what they mean; null: left out. */
  readonly expected: Readonly<Record<string, ImportField | null>>;
};

/** Headers of exports as they are, in their order (headers.json and the exports of the sample data; HubSpot, Pipedrive: as read by others' code). */
export const knownHeaders: Readonly<Record<string, KnownHeaders>> = {
  Outlook: {
    source: 'outlook',
    headers: wordList(`
      Title, First Name, Middle Name, Last Name, Suffix, Company, Department, Job Title, Business Street,
      Business Street 2, Business Street 3, Business City, Business State, Business Postal Code,
      Business Country/Region, Home Street, Home Street 2, Home Street 3, Home City, Home State,
      Home Postal Code, Home Country/Region, Other Street, Other Street 2, Other Street 3, Other City,
      Other State, Other Postal Code, Other Country/Region, Assistant's Phone, Business Fax, Business Phone,
      Business Phone 2, Callback, Car Phone, Company Main Phone, Home Fax, Home Phone, Home Phone 2, ISDN,
      Mobile Phone, Other Fax, Other Phone, Pager, Primary Phone, Radio Phone, TTY/TDD Phone, Telex, Account,
      Anniversary, Assistant's Name, Billing Information, Birthday, Business Address PO Box, Categories,
      Children, Directory Server, E-mail Address, E-mail Type, E-mail Display Name, E-mail 2 Address,
      E-mail 2 Type, E-mail 2 Display Name, E-mail 3 Address, E-mail 3 Type, E-mail 3 Display Name, Gender,
      Government ID Number, Hobby, Home Address PO Box, Initials, Internet Free Busy, Keywords, Language,
      Location, Manager's Name, Mileage, Notes, Office Location, Organizational ID Number,
      Other Address PO Box, Priority, Private, Profession, Referred By, Sensitivity, Spouse, User 1, User 2,
      User 3, User 4, Web Page`),
    expected: {
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Company: 'organisation',
      'Job Title': 'jobTitle',
      'E-mail Address': 'email',
      'E-mail 2 Address': 'email',
      'Mobile Phone': 'phone',
      'Business Fax': null,
      Title: null,
      Notes: 'note',
      Account: null,
      'Home Street': null,
    },
  },
  'Google Contacts until 2022': {
    source: 'google',
    headers: wordList(`
      Name, Given Name, Additional Name, Family Name, Yomi Name, Given Name Yomi, Additional Name Yomi,
      Family Name Yomi, Name Prefix, Name Suffix, Initials, Nickname, Short Name, Maiden Name, Birthday,
      Gender, Location, Billing Information, Directory Server, Mileage, Occupation, Hobby, Sensitivity,
      Priority, Subject, Notes, Group Membership, E-mail 1 - Type, E-mail 1 - Value, Phone 1 - Type,
      Phone 1 - Value, Phone 2 - Type, Phone 2 - Value, Address 1 - Type, Address 1 - Formatted,
      Address 1 - Street, Address 1 - City, Address 1 - PO Box, Address 1 - Region, Address 1 - Postal Code,
      Address 1 - Country, Address 1 - Extended Address, Website 1 - Type, Website 1 - Value`),
    expected: {
      Name: 'name',
      'Given Name': 'firstName',
      'Family Name': 'lastName',
      'E-mail 1 - Value': 'email',
      'E-mail 1 - Type': null,
      'Phone 1 - Value': 'phone',
      Birthday: 'birthday',
      Subject: null,
    },
  },
  'Google Contacts': {
    source: 'google',
    headers: wordList(`
      First Name, Middle Name, Last Name, Organization Name, Organization Title, Phone 1 - Label,
      Phone 1 - Value, E-mail 1 - Value, Website 1 - Label, Website 1 - Value, Address 1 - Label,
      Address 1 - Formatted`),
    expected: {
      'First Name': 'firstName',
      'Organization Name': 'organisation',
      'Organization Title': 'jobTitle',
      'Phone 1 - Label': null,
      'Phone 1 - Value': 'phone',
      'E-mail 1 - Value': 'email',
    },
  },
  LinkedIn: {
    source: 'linkedin',
    headers: wordList(`
      First Name, Last Name, URL, Email Address, Company, Position, Connected On`),
    expected: {
      URL: 'linkedin',
      'Email Address': 'email',
      Company: 'organisation',
      Position: 'jobTitle',
      'Connected On': 'createdOn',
    },
  },
  'LinkedIn of before': {
    source: 'linkedin',
    headers: wordList(`
      First Name, Last Name, Email Address, Company, Position, Connected On, URL`),
    expected: { URL: 'linkedin', 'Connected On': 'createdOn' },
  },
  'HubSpot deals': {
    source: 'hubspot',
    headers: wordList(`
      Record ID, Deal Name, Deal Stage, Close Date, Deal owner, Amount, Pipeline, Create Date, Last Contacted,
      Last Activity Date, Number of times contacted, Closed Lost Reason, Associated Contact,
      Associated Company, Internal remark`),
    expected: {
      'Record ID': 'externalId',
      'Deal Name': 'title',
      'Deal Stage': 'state',
      'Close Date': 'closedOn',
      'Deal owner': 'owner',
      Amount: 'value',
      Pipeline: null,
      'Number of times contacted': 'held',
      'Closed Lost Reason': 'saidNo',
      'Associated Contact': 'name',
      'Associated Company': 'organisation',
    },
  },
  'HubSpot contacts': {
    source: 'hubspot',
    headers: wordList(`
      Record ID, First Name, Last Name, Email, Phone Number, Mobile Phone Number, Contact owner, Lead Status,
      Lifecycle Stage, Create Date, Company Name, Job Title`),
    expected: {
      Email: 'email',
      'Phone Number': 'phone',
      'Lead Status': 'state',
      'Lifecycle Stage': null,
      'Company Name': 'organisation',
    },
  },
  'Pipedrive deals': {
    source: 'pipedrive',
    headers: wordList(`
      Deal - ID, Deal - Title, Deal - Value, Deal - Currency of Value, Deal - Owner, Deal - Organization,
      Deal - Contact person, Deal - Stage, Deal - Status, Deal - Deal created, Deal - Won time,
      Deal - Lost time, Deal - Lost reason, Deal - Next activity date, Deal - Last activity date,
      Deal - Done activities, Person - Email - Work, Person - Phone - Mobile`),
    expected: {
      'Deal - ID': 'externalId',
      'Deal - Title': 'title',
      'Deal - Status': 'state',
      'Deal - Stage': null,
      'Deal - Value': 'value',
      'Deal - Currency of Value': 'currency',
      'Deal - Won time': 'closedOn',
      'Deal - Lost time': 'closedOn',
      'Deal - Lost reason': 'saidNo',
      'Deal - Done activities': 'held',
      'Deal - Next activity date': 'next',
      'Person - Email - Work': 'email',
      'Person - Phone - Mobile': 'phone',
    },
  },
  'Pipedrive in Dutch': {
    source: 'pipedrive',
    headers: wordList(`
      Deal - Titel, Deal - Waarde, Deal - Eigenaar, Deal - Organisatie, Deal - Contactpersoon, Deal - Fase,
      Deal - Status, Deal - Verliesreden, Persoon - E-mail - Werk`),
    expected: {
      'Deal - Titel': 'title',
      'Deal - Waarde': 'value',
      'Deal - Status': 'state',
      'Deal - Fase': null,
      'Deal - Verliesreden': 'saidNo',
      'Persoon - E-mail - Werk': 'email',
    },
  },
  'Salesforce opportunities': {
    source: 'salesforce',
    headers: wordList(`
      Opportunity Owner, Account Name, Opportunity Name, Stage, Fiscal Period, Amount, Probability (%), Age,
      Close Date, Created Date, Next Step, Lead Source, Type`),
    expected: {
      'Opportunity Owner': 'owner',
      'Account Name': 'organisation',
      'Opportunity Name': 'title',
      Stage: 'state',
      Amount: 'value',
      'Close Date': 'closedOn',
      'Next Step': 'note',
      'Lead Source': 'source',
      Age: null,
    },
  },
  'Salesforce leads': {
    source: 'salesforce',
    headers: wordList(`
      lead_id, first_name, last_name, email, company, title, lead_source, created_date, lead_score, status,
      annual_revenue, employees, conversion_date, opportunity_value, stage`),
    expected: {
      lead_id: 'externalId',
      stage: 'state',
      status: null,
      annual_revenue: null,
      opportunity_value: 'value',
      conversion_date: 'closedOn',
      title: 'jobTitle',
    },
  },
  Maven: {
    source: 'maven',
    headers: wordList(`
      opportunity_id, sales_agent, product, account, deal_stage, engage_date, close_date, close_value`),
    expected: {
      opportunity_id: 'externalId',
      sales_agent: 'owner',
      product: 'title',
      account: 'organisation',
      deal_stage: 'state',
      engage_date: 'createdOn',
      close_date: 'closedOn',
      close_value: 'value',
    },
  },
  'Atomic CRM': {
    source: 'atomic',
    headers: wordList(`
      first_name, last_name, gender, title, background, first_seen, last_seen, has_newsletter, status, tags,
      linkedin_url, company, email_work, email_home, phone_work`),
    expected: {
      title: 'jobTitle',
      background: 'note',
      first_seen: 'createdOn',
      last_seen: 'last',
      status: 'state',
      linkedin_url: 'linkedin',
      company: 'organisation',
      email_work: 'email',
      phone_work: 'phone',
      tags: null,
    },
  },
};

/** ISO 3166-1 codes that can be chosen as the company's country. */
export const COUNTRIES =
  'AD AE AL AM AR AT AU AZ BA BE BG BR BY CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GE GR HK HR HU ID IE IL IN IS IT JP KE KG KR KZ LI LT LU LV MA MC MD ME MK MT MX MY NG NL NO NZ PE PH PK PL PT RO RS RU SA SE SG SI SK SM TH TJ TM TN TR TW UA US UY UZ VN ZA'.split(
    ' ',
  )

/** The usual currency of a country, where it is not the euro. */
const CURRENCY_OF: Record<string, string> = {
  AE: 'AED', AL: 'ALL', AM: 'AMD', AR: 'ARS', AU: 'AUD', AZ: 'AZN', BA: 'BAM', BR: 'BRL', BY: 'BYN', CA: 'CAD',
  CH: 'CHF', CL: 'CLP', CN: 'CNY', CO: 'COP', CZ: 'CZK', DK: 'DKK', EG: 'EGP', GB: 'GBP', GE: 'GEL', HK: 'HKD',
  HU: 'HUF', ID: 'IDR', IL: 'ILS', IN: 'INR', IS: 'ISK', JP: 'JPY', KE: 'KES', KG: 'KGS', KR: 'KRW', KZ: 'KZT',
  LI: 'CHF', MA: 'MAD', MD: 'MDL', MK: 'MKD', MX: 'MXN', MY: 'MYR', NG: 'NGN', NO: 'NOK', NZ: 'NZD', PE: 'PEN',
  PH: 'PHP', PK: 'PKR', PL: 'PLN', RO: 'RON', RS: 'RSD', RU: 'RUB', SA: 'SAR', SE: 'SEK', SG: 'SGD', TH: 'THB',
  TJ: 'TJS', TM: 'TMT', TN: 'TND', TR: 'TRY', TW: 'TWD', UA: 'UAH', US: 'USD', UY: 'UYU', UZ: 'UZS', VN: 'VND',
  ZA: 'ZAR',
} // prettier-ignore

export function currencyOf(country: string): string {
  return CURRENCY_OF[country] ?? 'EUR'
}

export function currencies(): string[] {
  return Intl.supportedValuesOf('currency')
}

export function zones(): string[] {
  return [...new Set([here(), ...Intl.supportedValuesOf('timeZone'), 'UTC'])]
}

/** The time zone of this browser. */
export function here(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The country that the browser's language names, if any. */
export function countryHere(): string {
  const region = new Intl.Locale(navigator.language).maximize().region
  return region && COUNTRIES.includes(region) ? region : 'DE'
}

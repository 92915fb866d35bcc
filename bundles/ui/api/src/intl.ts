/** Making a format costs a hundred times what using it does, and a list uses one for each of its rows. */
function remembered<Options, Format>(make: (locale: string, options: Options) => Format) {
  const known = new Map<string, Format>()
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`
    const found = known.get(key)
    if (found) return found
    const format = make(locale, options)
    known.set(key, format)
    return format
  }
}

/** The format of these options in this language, made once. */
export const dateFormat = remembered(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** As {@link dateFormat}. Throws a RangeError for a currency that is none. */
export const numberFormat = remembered(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)

/** As {@link dateFormat}. */
export const relativeFormat = remembered(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
)

# Compares a file of etc/ (second) with the one that Kontor was shipped with (first). One finding per line, with tabs:
# how grave, what, what to do.

function trimmed(text) { gsub(/^[ \t]+|[ \t\r]+$/, "", text); return text }

function plain(value) { # what stands behind ":-" of a value that comes from the environment
  if (value ~ /^\$\{env:[A-Za-z0-9_]+(:-[^}]*)?\}$/) {
    if (value !~ /:-/) return ""
    sub(/^\$\{env:[A-Za-z0-9_]+:-/, "", value); sub(/\}$/, "", value)
  }
  return value
}

function kind(value) {
  if (value ~ /^-?[0-9]+$/) return "a whole number"
  if (value == "true" || value == "false") return "true or false"
  return ""
}

function squeezed(name) { gsub(/[._-]/, "", name); return tolower(name) }

{ line = trimmed($0) }
FNR == 1 { file++; continued = 0 }
continued { continued = line ~ /\\$/; next }
line == "" || line ~ /^[#!]/ { next }
{ continued = line ~ /\\$/ }

{
  split_at = match(line, /[=:]/)
  key = split_at ? trimmed(substr(line, 1, split_at - 1)) : line
  value = split_at ? trimmed(substr(line, split_at + 1)) : ""
}

file == 1 { known[key] = kind(plain(value)); next }

!split_at { print "WRONG\tline " FNR " is neither a comment nor key = value\tput # before it, or write a value"; next }
!(key in known) {
  near = ""
  for (other in known) if (squeezed(other) == squeezed(key) || index(other, key) == 1 || index(key, other) == 1) near = other
  if (near != "") print "WRONG\tline " FNR ": the setting " key " is not known\tis " near " meant?"
  else print "CHECK\tline " FNR ": the setting " key " is not known; nobody reads it\tdelete it, or see the comments of the shipped file"
  next
}
key in seen { print "WRONG\tline " FNR ": " key " stands there a second time\tkeep one of them" }
{ seen[key] = 1; given = plain(value) }
known[key] != "" && given != "" && kind(given) != known[key] {
  print "WRONG\tline " FNR ": " key " is \"" given "\", and must be " known[key] "\twrite " known[key]
}

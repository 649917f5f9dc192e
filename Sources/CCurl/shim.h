// libcurl, and the few of its calls that Swift cannot make because they are variadic.
#pragma once
#include <curl/curl.h>

static inline CURLcode heard_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

// The library copies the text.
static inline CURLcode heard_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

// The pointer must outlive the transfer.
static inline CURLcode heard_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}

// A body that the library does not copy: it must outlive the transfer.
static inline CURLcode heard_set_body(CURL *handle, const void *bytes, long count) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  return code ? code : curl_easy_setopt(handle, CURLOPT_POSTFIELDS, bytes);
}

// `size_t call(char *bytes, size_t size, size_t count, void *context)`, for the body and for each
// header line.
typedef size_t (*heard_sink)(char *, size_t, size_t, void *);

static inline CURLcode heard_set_sinks(
    CURL *handle, heard_sink body, heard_sink header, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header);
  return code ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

// Whether a connection stood, so that something of the request may have left.
static inline int heard_was_connected(CURL *handle) {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(handle, CURLINFO_PRETRANSFER_TIME_T, &microseconds);
  return microseconds > 0;
}

static inline long heard_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

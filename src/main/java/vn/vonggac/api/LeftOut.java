package vn.vonggac.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** A field of a body that may be left out. */
@Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
@interface LeftOut {
}

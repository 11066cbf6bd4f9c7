/**
 * The picture of a failed schedule: one HTML file that draws its record on a canvas, and loads nothing. {@link
 * kvlab.grader.picture.PictureData} is made of a {@link kvlab.grader.picture.FailedSchedule}, perhaps in the process of a
 * submission; {@link kvlab.grader.picture.PackedPicture} carries it, and {@link kvlab.grader.picture.PicturePage} makes the page.
 * The page's script is in {@code src/main/resources/kvlab/grader/picture}, one module a file; d3's modules come from WebJars.
 * Uses {@code kvlab.record}, {@code kvlab.history}, {@code kvlab.explain}, what {@code kvlab.schedule} and {@code
 * kvlab.postmortem} return of a failure, {@code kvlab.net} for its faults, {@code kvlab.api}, {@code kvlab.diagnostic}, and
 * Jackson.
 *
 * <p>All texts of a submission reach the page as data: compressed, in base 64, so that none of them can end an element. The
 * script writes them as text only, and the page's content security policy allows this script and this style alone.
 */
package kvlab.grader.picture;
